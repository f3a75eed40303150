import { service } from '@pilotgate/core/intake/intake-record'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** To the participant, after the first week: does the match fit (M8)? */
const schema = envelope.extend({ service, providerName: line, href })

export const message = defineMessage({
  kind: 'chemistry-check',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    service: 'mentor',
    providerName: 'Otto Olsen',
    href: `${samplePage}/own-matches`,
  },
  subject: (data) => `Does it fit with ${data.providerName}?`,
  preheader: () => 'One answer is enough.',
  body: (data) => [
    heading('How was your first week?'),
    greeting(data),
    paragraph(
      `You have been matched with ${data.providerName} as your ${data.service} for a week. Please say whether it fits.`,
    ),
    button('Answer', data.href),
    note('Your answer goes to the matching owner. If it does not fit, you may get somebody else.'),
  ],
})
