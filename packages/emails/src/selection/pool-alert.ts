import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, prose } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { capital } from '../words.ts'

/** To the program owner and the leads: a pool is outside of its target (C). `words` say how many there are and what the target is. */
const schema = envelope.extend({
  pools: z.array(z.strictObject({ service, status: z.enum(['too few', 'more than needed']), words: prose })).min(1),
  href,
})
type Pool = z.output<typeof schema>['pools'][number]

const many = { coach: 'coaches', mentor: 'mentors' }
const title = ({ service, status }: Pool): string =>
  status === 'too few' ? `too few ${many[service]}` : `more ${many[service]} than needed`

const advice = (pools: Pool[]): string =>
  pools.some(({ status }) => status === 'too few')
    ? 'A selection takes some weeks: those who begin now are there for the next matches.'
    : 'You need not do anything. It is worth waiting before the next nominations.'

export const message = defineMessage({
  kind: 'pool-alert',
  schema,
  sample: {
    ...sampleEnvelope,
    pools: [
      {
        service: 'coach',
        status: 'too few',
        words:
          '3 coaches with 4 free places for 9 participants. The target is 4 to 6 (8 % to 12 % of 50 active leaders). 5 would have to wait for a place.',
      },
    ],
    href: `${samplePage}/capacity`,
  },
  subject: ({ pools }) => capital(pools.map(title).join(', ')),
  preheader: ({ pools }) => pools[0]!.words,
  body: (data) => [
    heading(capital(data.pools.map(title).join(', '))),
    greeting(data),
    paragraph('The weekly look at the pool found that it is outside of its target.'),
    ...section(
      'How it stands',
      data.pools.map((pool) => ({ text: capital(many[pool.service]), detail: pool.words })),
    ),
    button('Open the capacity plan', data.href),
    note(advice(data.pools)),
  ],
})
