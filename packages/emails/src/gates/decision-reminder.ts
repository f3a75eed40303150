import { ownerChoices, steeringChoices } from '@pilotgate/core/program/template'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateNamed, href, line, outcome, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage, sampleReason } from '../sample.ts'
import { isAfter, when } from '../when.ts'
import { capital, enumerate } from '../words.ts'
import { gist, outcomeVerb, outcomeWords } from './outcome-words.ts'

/**
 * To the program owner, or to each member of the committee who has not voted: a decision is still open. Also to the one who
 * records the committee's decision.
 */
const schema = envelope.extend({
  ...gateNamed,
  authority: z.enum(['program owner', 'steering committee']),
  outcome,
  value: line,
  reasons: z.array(prose).min(1),
  choices: z.array(z.enum([...ownerChoices, ...steeringChoices])).min(1),
  askedAt: timestamp,
  decideBy: timestamp,
  /** Which reminder this is, from 1, and how many there are before the program pauses by itself. */
  reminder: z.number().int().min(1),
  reminders: z.number().int().min(1),
  remindedAt: timestamp,
  /** `true` for the reader who has only the committee's decision left to record, and no vote to give. */
  records: z.boolean().default(false),
  href,
})
type Data = z.output<typeof schema>

const wanted = ({ authority, records }: Data): string => {
  if (records) return 'for you to record the decision'
  return authority === 'program owner' ? 'for your decision' : 'for your vote'
}

const asked = (data: Data): string => (data.records ? "to record the committee's decision" : wanted(data))

const action = ({ authority, records }: Data): string => {
  if (records) return 'Record the decision'
  return authority === 'program owner' ? 'Decide' : 'Vote'
}

const otherwise = ({ reminder, reminders, authority }: Data): string => {
  const made = authority === 'program owner' ? 'your decision' : "the committee's decision"
  return reminder < reminders
    ? `The next week opens only after ${made}. If reminder ${reminders} does not help either, the program pauses by itself.`
    : `This is the last reminder. Without ${made} the program pauses by itself.`
}

export const message = defineMessage({
  kind: 'decision-reminder',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    authority: 'program owner',
    outcome: 'fail',
    value: '76 % (38 of 50)',
    reasons: [sampleReason],
    choices: [...ownerChoices],
    askedAt: '2027-02-12T15:00:00Z',
    decideBy: '2027-02-15T15:00:00Z',
    reminder: 2,
    reminders: 3,
    remindedAt: '2027-02-18T15:00:00Z',
    href: `${samplePage}/gates/W06/decide`,
  },
  subject: (data) =>
    `${data.gate} still waits ${wanted(data)} (reminder ${data.reminder} of ${data.reminders}): ${gist(data.reasons[0]!)}`,
  preheader: (data) => otherwise(data),
  body: (data) => [
    heading(`${data.gate} still waits ${wanted(data)}`),
    greeting(data),
    paragraph(
      `The gate ${data.gate} (${data.title}) ${outcomeVerb[data.outcome]}. You were asked ${asked(data)} on ${when(data.askedAt, data.zone)}. ${
        isAfter(data.remindedAt, data.decideBy)
          ? `It was due ${when(data.decideBy, data.zone)}: please do so now.`
          : `Please do so by ${when(data.decideBy, data.zone)}.`
      }`,
    ),
    facts({
      Outcome: outcomeWords[data.outcome],
      Measured: data.value,
      Due: when(data.decideBy, data.zone),
      Choices: capital(enumerate(data.choices)),
      Reminder: `${data.reminder} of ${data.reminders}`,
    }),
    ...section('What the check found', data.reasons),
    button(`${action(data)} on ${data.gate}`, data.href),
    note(otherwise(data)),
  ],
})
