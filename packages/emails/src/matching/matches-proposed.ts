import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { count } from '../words.ts'

const number = z.number().int().min(0)

/** To the matching owner and the program owner: proposals wait for them (M6). No names: the page has them. */
const schema = envelope.extend({
  proposedAt: timestamp,
  /** How many this reader may approve in bulk, must look at one by one, and has to decide as program owner. */
  bulk: number,
  oneByOne: number,
  highImpact: number,
  /** Participants nobody could be found for. */
  waiting: number,
  /** 0 for the first mail. */
  reminder: number,
  /** To the program owner, when the matching owner has not reviewed in spite of reminders. */
  escalated: z.boolean(),
  href,
})
type Data = z.output<typeof schema>

const all = ({ bulk, oneByOne, highImpact }: Data): number => bulk + oneByOne + highImpact
const some = (number: number): string | undefined => (number === 0 ? undefined : count(number, 'match', 'matches'))

const ask = (data: Data): string => {
  if (data.escalated) return 'The matching owner has not reviewed them in spite of reminders. Please speak with them.'
  return 'Please look at each, then approve it or put another provider in its place with a reason.'
}

export const message = defineMessage({
  kind: 'matches-proposed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['matching owner'],
    proposedAt: '2027-01-25T08:30:00Z',
    bulk: 18,
    oneByOne: 5,
    highImpact: 6,
    waiting: 1,
    reminder: 0,
    escalated: false,
    href: `${samplePage}/matches`,
  },
  subject: (data) => {
    const matches = count(all(data), 'proposed match', 'proposed matches')
    if (data.escalated) return `Not reviewed yet: ${matches}`
    return data.reminder > 0 ? `Reminder ${data.reminder}: review ${matches}` : `Please review ${matches}`
  },
  preheader: ask,
  body: (data) => [
    heading(data.reminder > 0 ? 'Matches still wait for review' : 'Matches are proposed'),
    greeting(data),
    paragraph(`${count(all(data), 'match waits', 'matches wait')} for review. ${ask(data)}`),
    facts({
      Proposed: when(data.proposedAt, data.zone),
      'To approve in bulk': some(data.bulk),
      'To look at one by one': some(data.oneByOne),
      'For the program owner': some(data.highImpact),
      'On the wait-list': data.waiting === 0 ? undefined : count(data.waiting, 'participant'),
    }),
    button('Open the matches', data.href),
    note('No match is final before it is approved and published.'),
  ],
})
