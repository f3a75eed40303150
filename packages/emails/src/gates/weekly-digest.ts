import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateAhead, gateNamed, href, line, outcome, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { capital, count } from '../words.ts'
import { outcomeWords } from './outcome-words.ts'

const most = 10

/** To the program owner and lead, after each weekly gate check: where the program stands. */
const schema = envelope.extend({
  checkedAt: timestamp,
  openGates: z.array(
    z.strictObject({
      ...gateNamed,
      status: z.enum(['open', 'rechecking', 'awaiting owner', 'awaiting steering']),
      checksAt: timestamp,
      href,
    }),
  ),
  /** All overdue tasks; the mail lists the first ten. */
  overdue: z.array(z.strictObject({ title: line, name: line, dueAt: timestamp, href })),
  /** Outcomes since the last digest, newest last; `choice` where a decision was recorded. */
  outcomes: z.array(z.strictObject({ ...gateNamed, outcome, value: line, choice: line.optional() })),
  next: gateAhead.optional(),
  /** Mails since the last digest. `unknown`: it is not known whether they arrived. */
  mails: z.strictObject({
    sent: z.number().int().min(0),
    refused: z.number().int().min(0),
    unknown: z.number().int().min(0),
  }),
  href,
})
type Data = z.output<typeof schema>

const waiting = ({ openGates }: Data): number => openGates.filter(({ status }) => status.startsWith('awaiting')).length

const state = (data: Data): string =>
  [
    waiting(data) > 0 && `${count(waiting(data), 'decision')} waiting`,
    data.overdue.length > 0 && `${count(data.overdue.length, 'task')} overdue`,
  ]
    .filter(Boolean)
    .join(', ') || 'nothing overdue, no decision waiting'

const mailWords = ({ mails }: Data): string =>
  [
    `${mails.sent} sent`,
    mails.refused > 0 && `${mails.refused} refused`,
    mails.unknown > 0 && `${mails.unknown} not known to have arrived`,
  ]
    .filter(Boolean)
    .join(', ')

export const message = defineMessage({
  kind: 'weekly-digest',
  schema,
  sample: {
    ...sampleEnvelope,
    checkedAt: '2027-02-12T15:00:00Z',
    openGates: [
      {
        gate: 'W06',
        title: 'Sprint sessions 1–2 and mentor exploratory meeting',
        status: 'awaiting owner',
        checksAt: '2027-02-12T15:00:00Z',
        href: `${samplePage}/gates/W06`,
      },
    ],
    overdue: [
      {
        title: 'Say how many sessions were held',
        name: 'Jonas Weber',
        dueAt: '2027-02-12T11:00:00Z',
        href: `${samplePage}/tasks/W06.1`,
      },
      {
        title: 'Confirm the mentor meetings',
        name: 'Mira Okafor',
        dueAt: '2027-02-12T14:00:00Z',
        href: `${samplePage}/tasks/W06.2`,
      },
    ],
    outcomes: [
      { gate: 'W05', title: 'Kickoffs and baseline', outcome: 'pass', value: '100 % (20 of 20)' },
      {
        gate: 'W06',
        title: 'Sprint sessions 1–2 and mentor exploratory meeting',
        outcome: 'fail',
        value: '76 % (38 of 50)',
      },
    ],
    next: { gate: 'W07', title: 'Rapid feedback from participants and managers', opensAt: '2027-02-15T08:00:00Z' },
    mails: { sent: 42, refused: 1, unknown: 0 },
    href: samplePage,
  },
  subject: (data) => `Weekly gate check: ${state(data)}`,
  preheader: (data) =>
    data.outcomes
      .map(({ gate, outcome, value }) => `${gate}: ${outcomeWords[outcome]}, ${value}`)
      .concat(data.outcomes.length === 0 ? [capital(state(data))] : [])
      .join('. '),
  body: (data) => [
    heading('Weekly gate check'),
    greeting(data),
    paragraph(
      `This is where ${data.programName} stands after the check on ${when(data.checkedAt, data.zone)}: ${state(data)}.`,
    ),
    ...section(
      'Open gates',
      data.openGates.map(({ gate, title, status, checksAt, href }) => ({
        text: `${gate} ${title}`,
        detail: `${capital(status)}. Gate check ${when(checksAt, data.zone)}`,
        href,
      })),
    ),
    ...section(
      `Overdue tasks (${data.overdue.length})`,
      data.overdue.slice(0, most).map(({ title, name, dueAt, href }) => ({
        text: title,
        detail: `${name}, due ${when(dueAt, data.zone)}`,
        href,
      })),
    ),
    ...(data.overdue.length > most ? [paragraph(`${data.overdue.length - most} more are on the program's page.`)] : []),
    ...section(
      'Last outcomes',
      data.outcomes.map(({ gate, title, outcome, value, choice }) => ({
        text: `${gate} ${title}`,
        detail: `${outcomeWords[outcome]}, ${value}${choice ? `. Decided: ${choice}` : ''}`,
      })),
    ),
    heading('Ahead'),
    facts({
      'Next week': data.next ? `${data.next.gate} ${data.next.title}` : 'No further gate is planned.',
      Opens: data.next && when(data.next.opensAt, data.zone),
      Mails: mailWords(data),
    }),
    button('Open the program', data.href),
    ...(data.next && waiting(data) > 0
      ? [note(`${data.next.gate} opens only once the waiting decision is made.`)]
      : []),
  ],
})
