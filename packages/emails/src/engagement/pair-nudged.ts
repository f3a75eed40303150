import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { when } from '../when.ts'
import { pairEnvelope, samplePair } from './pair-fields.ts'

/** To both of a pair that has not met for two cadences (E7). */
const schema = pairEnvelope.extend({ everyDays: line, lastHeldAt: timestamp.optional() })

export const message = defineMessage({
  kind: 'pair-nudged',
  schema,
  sample: {
    ...samplePair,
    everyDays: '14',
    lastHeldAt: '2027-03-02T10:00:00Z',
  },
  subject: ({ partnerName }) => `You and ${partnerName} have not met for a while`,
  preheader: () => 'Please agree on the next session.',
  body: (data) => [
    heading(`You and ${data.partnerName} have not met for a while`),
    greeting(data),
    paragraph(
      `You planned to meet every ${data.everyDays} days. ${
        data.lastHeldAt === undefined
          ? 'No session is on record yet.'
          : `The last session on record was held on ${when(data.lastHeldAt, data.zone)}.`
      } Please agree on the next one, or record those that took place.`,
    ),
    button('Open the engagement', data.href),
    note('If something is in the way, tell the program owner, or change how often you meet in the working agreement.'),
  ],
})
