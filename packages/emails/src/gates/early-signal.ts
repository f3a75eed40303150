import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateNamed, href, line, outcome, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { count, sentence } from '../words.ts'
import { outcomeWords } from './outcome-words.ts'

const ragWords = {
  green: 'Green: attendance, behaviour and at least one linked KPI improved',
  amber: 'Amber: partial, with mitigations',
  red: 'Red: not enough evidence',
} as const

/** To the program owner, the sponsor and the steering committee: the early-signal report of day 60 or day 120. */
const schema = envelope.extend({
  day: z.number().int().min(1),
  at: timestamp,
  /** The report in one sentence. */
  headline: line,
  rag: z.enum(['green', 'amber', 'red']),
  /** The gates so far; `choice` where a decision was recorded. */
  gates: z.array(z.strictObject({ ...gateNamed, outcome, value: line, choice: line.optional() })),
  /** What is not known yet. */
  missing: z.array(prose),
  /** The page of the report. */
  href,
  /** The steering pack, once it is made. */
  packHref: href.optional(),
})

export const message = defineMessage({
  kind: 'early-signal',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Lena Brandt',
    recipientRoles: ['sponsor'],
    day: 60,
    at: '2027-03-05T08:00:00Z',
    headline: 'Attendance recovered after W06; behaviour moves, delivery KPIs not yet',
    rag: 'amber',
    gates: [
      { gate: 'W05', title: 'Kickoffs and baseline', outcome: 'pass', value: '100 % (20 of 20)' },
      { gate: 'W06', title: 'Sprint sessions 1–2', outcome: 'fail', value: '76 % (38 of 50)', choice: 'remediate' },
      { gate: 'W08', title: 'Mid-sprint pulse', outcome: 'pass', value: '+0.4 (18 answers)' },
    ],
    missing: ['Delivery reliability of the first quarter: the release feed starts in week 10'],
    href: `${samplePage}/reports/day-60`,
    packHref: `${samplePage}/packs/day-60.1.001`,
  },
  subject: ({ day, rag, headline }) => `Day ${day}: ${rag} – ${headline}`,
  preheader: ({ gates, missing }) =>
    `${gates.filter(({ outcome }) => outcome === 'pass').length} of ${count(gates.length, 'gate')} passed, ${count(missing.length, 'number')} missing.`,
  body: (data) => [
    heading(`Early signal at day ${data.day}: ${data.rag}`),
    greeting(data),
    paragraph(`This is the early-signal report of ${data.programName}. ${sentence(data.headline)}`),
    facts({
      Status: ragWords[data.rag],
      'Gates passed': `${data.gates.filter(({ outcome }) => outcome === 'pass').length} of ${data.gates.length}`,
      'As of': when(data.at, data.zone),
    }),
    ...section(
      'Gates so far',
      data.gates.map(({ gate, title, outcome, value, choice }) => ({
        text: `${gate} ${title}`,
        detail: `${outcomeWords[outcome]}, ${value}${choice ? `. Decided: ${choice}` : ''}`,
      })),
    ),
    ...section('What is missing', data.missing),
    ...(data.packHref ? [button('Open the steering pack', data.packHref)] : []),
    button('Open the report', data.href),
    note(
      'Early numbers show a direction, not a result. The steering committee decides later, at its own gates. You need not do anything now.',
    ),
  ],
})
