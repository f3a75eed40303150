import { role } from '@pilotgate/core/program/roles'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { count, cut, enumerate, roleWords } from '../words.ts'

/** To the program owner or the sponsor: a task or a decision stayed open in spite of reminders. */
const schema = envelope.extend({
  ...gateNamed,
  overdue: z.strictObject({ kind: z.enum(['task', 'decision', 'vote']), what: line, dueAt: timestamp }),
  /** Whose it is. */
  whose: z.array(z.strictObject({ name: line, role })).min(1),
  reminders: z.number().int().min(0),
  /** What happens if it stays open. */
  otherwise: prose,
  /** What the reader can do about it. */
  request: line,
  href,
})
type Data = z.output<typeof schema>

const names = ({ whose }: Data): string => enumerate(whose.map(({ name, role }) => `${name} (${roleWords(role)})`))

export const message = defineMessage({
  kind: 'escalation',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    overdue: { kind: 'task', what: 'Say how many sessions were held', dueAt: '2027-02-12T11:00:00Z' },
    whose: [{ name: 'Jonas Weber', role: 'program lead' }],
    reminders: 2,
    otherwise: 'W06 stays inconclusive, and you are asked to decide without this number.',
    request: 'Please speak with Jonas Weber, or give the task to someone else.',
    href: `${samplePage}/tasks/W06.1`,
  },
  subject: (data) =>
    `${data.gate}: overdue ${data.overdue.kind} of ${
      data.whose.length === 1 ? cut(data.whose[0]!.name, 28) : count(data.whose.length, 'person', 'people')
    }: ${data.overdue.what}`,
  preheader: (data) => `Due ${when(data.overdue.dueAt, data.zone)}. ${data.request}`,
  body: (data) => [
    heading(`Overdue ${data.overdue.kind}: ${data.overdue.what}`),
    greeting(data),
    paragraph(
      `A ${data.overdue.kind} for the gate ${data.gate} (${data.title}) is overdue${
        data.reminders === 0 ? '' : ` after ${count(data.reminders, 'reminder')}`
      }. ${data.request}`,
    ),
    facts({
      [data.overdue.kind === 'task' ? 'Task' : 'What']: data.overdue.what,
      Whose: names(data),
      'Overdue since': when(data.overdue.dueAt, data.zone),
      Otherwise: data.otherwise,
    }),
    button(`Open the ${data.overdue.kind}`, data.href),
    note('You get this mail because the reminders were not enough.'),
  ],
})
