import { z } from 'zod'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { when } from '../when.ts'
import { pairEnvelope, pairWords, samplePair } from './pair-fields.ts'

/** To both: their engagement has come to its planned end, or operations ended it. */
const schema = pairEnvelope.extend({ endedAt: timestamp, planned: z.boolean() })

export const message = defineMessage({
  kind: 'engagement-ended',
  schema,
  sample: {
    ...samplePair,
    endedAt: '2027-06-01T22:00:00Z',
    planned: true,
  },
  subject: ({ partnerName }) => `Your engagement with ${partnerName} has ended`,
  preheader: ({ planned }) => (planned ? 'Thank you for the work you did together.' : 'Sessions ahead are cancelled.'),
  body: (data) => [
    heading(`Your engagement with ${data.partnerName} has ended`),
    greeting(data),
    paragraph(
      `Your ${pairWords(data)} ended on ${when(data.endedAt, data.zone)}. ${
        data.planned
          ? 'It came to its end. Thank you for the work you did together.'
          : 'Program operations ended it; sessions ahead are cancelled.'
      }`,
    ),
    button('Open the engagement', data.href),
    note('Notes of your sessions stay with the two of you. If you have questions, ask the program lead.'),
  ],
})
