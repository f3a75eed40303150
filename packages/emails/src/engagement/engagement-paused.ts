import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { when } from '../when.ts'
import { pairEnvelope, pairWords, samplePair } from './pair-fields.ts'

/** To the one who stays, when the other one of the pair has left the organisation. Why it is paused is for the program owner to tell (P3). */
const schema = pairEnvelope.extend({ pausedAt: timestamp })

export const message = defineMessage({
  kind: 'engagement-paused',
  schema,
  sample: { ...samplePair, pausedAt: '2027-03-01T08:00:00Z' },
  subject: ({ partnerName }) => `Your engagement with ${partnerName} is paused`,
  preheader: () => 'Sessions ahead are cancelled; nothing is asked of you for now.',
  body: (data) => [
    heading(`Your engagement with ${data.partnerName} is paused`),
    greeting(data),
    paragraph(
      `Your ${pairWords(data)} is paused since ${when(data.pausedAt, data.zone)}. Sessions ahead and open tasks of the two of you are cancelled.`,
    ),
    paragraph('You need not do anything now. The program owner decides how it goes on, and you get a mail then.'),
    button('Open the engagement', data.href),
    note('Notes of your sessions stay with the two of you. If you have questions, ask the program owner.'),
  ],
})
