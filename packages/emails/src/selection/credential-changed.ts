import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { cut } from '../words.ts'

/**
 * A credential no longer holds: to its holder, and with their name to the lead of the path and the matching owner. `because` is
 * left out for who only matches.
 */
const schema = envelope.extend({
  holderName: line.optional(),
  service,
  status: z.enum(['suspended', 'lapsed']),
  because: prose.optional(),
  at: timestamp,
  href,
})
type Data = z.output<typeof schema>

const effect = ({ holderName }: Data): string =>
  holderName ? `${holderName} gets no new matches for now.` : 'You get no new matches for now.'

const remedy = ({ holderName, status }: Data): string => {
  const running = `Matches that are running go on.`
  if (holderName) return `${running} New ones are possible again once the credential is valid.`
  return status === 'lapsed'
    ? `${running} To make the credential valid again, please recertify.`
    : `${running} Please speak with the lead about how it becomes valid again.`
}

export const message = defineMessage({
  kind: 'credential-changed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    holderName: 'Wanda Weber',
    service: 'coach',
    status: 'lapsed',
    because: 'Recertification was due and did not take place (Q3).',
    at: '2028-03-01T08:00:00Z',
    href: `${samplePage}/credentials/coach.01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: ({ holderName, service, status }) =>
    `${holderName ? `The ${service} credential of ${cut(holderName, 28)}` : `Your ${service} credential`} ${status === 'lapsed' ? 'has lapsed' : 'is suspended'}`,
  preheader: effect,
  body: (data) => [
    heading(`A ${data.service} credential ${data.status === 'lapsed' ? 'has lapsed' : 'is suspended'}`),
    greeting(data),
    paragraph(
      `${data.holderName ? `The credential of ${data.holderName}` : 'Your credential'} as a ${data.service} ${data.status === 'lapsed' ? 'has lapsed' : 'is suspended'}. ${effect(data)}`,
    ),
    facts({
      [data.service === 'coach' ? 'Coach' : 'Mentor']: data.holderName,
      Since: when(data.at, data.zone),
      Why: data.because,
    }),
    button('Open the credential', data.href),
    note(remedy(data)),
  ],
})
