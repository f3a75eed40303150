import { service } from '@pilotgate/core/intake/intake-record'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** To both of a pair: it is time to look at whether it helps (E5). */
const schema = envelope.extend({ service, partnerName: line, href })

export const message = defineMessage({
  kind: 'review-due',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Otto Olsen',
    recipientRoles: ['coach'],
    service: 'coach',
    partnerName: 'Mira Okafor',
    href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
  },
  subject: ({ partnerName }) => `Time to review your work with ${partnerName}`,
  preheader: () => 'Does it help, and does it go on?',
  body: (data) => [
    heading(`Time to review your work with ${data.partnerName}`),
    greeting(data),
    paragraph(
      'In your next session, please take ten minutes together: what has changed, what the goals look like now, and whether to go on. Then record that you did.',
    ),
    button('Open the engagement', data.href),
    note('What you say stays with the two of you; the program learns the day, and whether you go on.'),
  ],
})
