import { button, greeting, heading, paragraph } from '../blocks.ts'
import { timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { when } from '../when.ts'
import { pairEnvelope, pairWords, samplePair } from './pair-fields.ts'

/** To both: their paused engagement goes on. */
const schema = pairEnvelope.extend({ resumedAt: timestamp })

export const message = defineMessage({
  kind: 'engagement-resumed',
  schema,
  sample: { ...samplePair, resumedAt: '2027-03-08T09:30:00Z' },
  subject: ({ partnerName }) => `Your engagement with ${partnerName} goes on`,
  preheader: () => 'Please plan your next session.',
  body: (data) => [
    heading(`Your engagement with ${data.partnerName} goes on`),
    greeting(data),
    paragraph(
      `Your ${pairWords(data)} goes on since ${when(data.resumedAt, data.zone)}. The sessions that were cancelled do not come back by themselves: please plan the next one.`,
    ),
    button('Plan the next session', data.href),
  ],
})
