import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { enumerate } from '../words.ts'

/** To a participant who may pick one of three (M6), where the program lets them. No names: the page has them. */
const schema = envelope.extend({ services: z.array(service).min(1), href })
type Data = z.output<typeof schema>

const wanted = ({ services }: Data): string => enumerate(services)

export const message = defineMessage({
  kind: 'choose-provider',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    services: ['coach', 'mentor'],
    href: `${samplePage}/own-matches`,
  },
  subject: (data) => `You may choose your ${wanted(data)}`,
  preheader: () => 'Pick one of up to three, before the match is approved.',
  body: (data) => [
    heading(`Choose your ${wanted(data)}`),
    greeting(data),
    paragraph(
      `In ${data.programName} up to three people are proposed as your ${wanted(data)}. Please choose the one you would like best.`,
    ),
    button('Choose', data.href),
    note(
      'Somebody still looks at every match before it is final. If you choose nobody, the first of the three is looked at.',
    ),
  ],
})
