import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To both: their engagement has come to its planned end, or operations ended it. */
const schema = envelope.extend({ service, partnerName: line, endedAt: timestamp, planned: z.boolean(), href })

export const message = defineMessage({
  kind: 'engagement-ended',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    service: 'coach',
    partnerName: 'Otto Olsen',
    endedAt: '2027-06-01T22:00:00Z',
    planned: true,
    href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
  },
  subject: ({ partnerName }) => `Your engagement with ${partnerName} has ended`,
  preheader: ({ planned }) => (planned ? 'Thank you for the work you did together.' : 'Sessions ahead are cancelled.'),
  body: (data) => [
    heading(`Your engagement with ${data.partnerName} has ended`),
    greeting(data),
    paragraph(
      `The engagement with ${data.partnerName} (${data.service}) ended on ${when(data.endedAt, data.zone)}. ${
        data.planned
          ? 'It came to its end. Thank you for the work you did together.'
          : 'Program operations ended it; sessions ahead are cancelled.'
      }`,
    ),
    button('Open the engagement', data.href),
    note('Notes of your sessions stay with the two of you. If you have questions, ask the program lead.'),
  ],
})
