import { ownerChoices } from '@pilotgate/core/program/template'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage, sampleReason } from '../sample.ts'
import { when } from '../when.ts'
import { count } from '../words.ts'
import { choiceWords } from './choice-words.ts'
import { gist, outcomeVerb, outcomeWords } from './outcome-words.ts'

/** To the program owner: a gate failed or is inconclusive, and the program waits for a decision. */
const schema = envelope.extend({
  ...gateNamed,
  outcome: z.enum(['fail', 'inconclusive']),
  value: line,
  reasons: z.array(prose).min(1),
  choices: z.array(z.enum(ownerChoices)).min(1),
  checkedAt: timestamp,
  decideBy: timestamp,
  /** How many reminders follow before the program pauses by itself (the template's patience). */
  reminders: z.number().int().min(0),
  href,
  /** The steering pack, once it is made. */
  packHref: href.optional(),
})

export const message = defineMessage({
  kind: 'decision-needed',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    outcome: 'fail',
    value: '76 % (38 of 50)',
    reasons: [sampleReason],
    choices: [...ownerChoices],
    checkedAt: '2027-02-12T15:00:00Z',
    decideBy: '2027-02-15T15:00:00Z',
    reminders: 3,
    href: `${samplePage}/gates/W06/decide`,
  },
  subject: ({ gate, reasons }) => `${gate} needs your decision: ${gist(reasons[0]!)}`,
  preheader: ({ decideBy, zone, title }) => `Please decide by ${when(decideBy, zone)}. ${title}.`,
  body: (data) => [
    heading(`${data.gate} needs your decision`),
    greeting(data),
    paragraph(
      `The gate ${data.gate} (${data.title}) ${outcomeVerb[data.outcome]}. As program owner you decide how the program goes on. Please decide by ${when(data.decideBy, data.zone)}.`,
    ),
    facts({
      Outcome: outcomeWords[data.outcome],
      Measured: data.value,
      Checked: when(data.checkedAt, data.zone),
      'Decide by': when(data.decideBy, data.zone),
    }),
    ...section(data.outcome === 'fail' ? 'Why it did not pass' : 'What is missing', data.reasons),
    ...section(
      'Your choices',
      data.choices.map((choice) => choiceWords[choice]),
    ),
    ...(data.packHref ? [button('Open the steering pack', data.packHref)] : []),
    button(`Decide on ${data.gate}`, data.href),
    note(
      data.reminders === 0
        ? 'The next week opens only after your decision. Without one the program pauses by itself.'
        : `The next week opens only after your decision. Without one you get ${count(data.reminders, 'reminder')}; then the program pauses by itself.`,
    ),
  ],
})
