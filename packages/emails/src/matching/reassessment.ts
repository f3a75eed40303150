import { service } from '@pilotgate/core/intake/intake-record'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** To the participant, after 30 days: is the match to go on (M8)? */
const schema = envelope.extend({ service, providerName: line, href })

export const message = defineMessage({
  kind: 'reassessment',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    service: 'mentor',
    providerName: 'Otto Olsen',
    href: `${samplePage}/own-matches`,
  },
  subject: (data) => `After 30 days: how do you get on with ${data.providerName}?`,
  preheader: () => 'One answer is enough.',
  body: (data) => [
    heading('How is it after 30 days?'),
    greeting(data),
    paragraph(
      `You have been matched with ${data.providerName} as your ${data.service} for 30 days. Please say whether the match should go on.`,
    ),
    button('Answer', data.href),
    note('Your answer goes to the matching owner. If it does not fit, you may get somebody else.'),
  ],
})
