import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateNamed, href, line, ownTask, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { isAfter, shortDay, when } from '../when.ts'
import { capital, count, sentence } from '../words.ts'

/** To everyone with a part in the week: what it is about, and the tasks of this reader. */
const schema = envelope.extend({
  ...gateNamed,
  /** The gate's week, counted from 1 (0 = preparation). */
  week: z.number().int().min(0),
  work: z.array(line).min(1),
  /** The gate's criterion in words. */
  passWhen: prose,
  /** `steering`: the committee decides after the check, whatever the outcome. */
  decides: z.enum(['rule', 'steering']),
  opensAt: timestamp,
  checksAt: timestamp,
  tasks: z.array(ownTask),
  /** The page of the week. */
  href,
})
type Data = z.output<typeof schema>

const firstDue = ({ tasks }: Data): string | undefined =>
  tasks
    .map(({ dueAt }) => dueAt)
    .reduce<string | undefined>((a, b) => (a === undefined || isAfter(a, b) ? b : a), undefined)

const ask = (data: Data): string => {
  const due = firstDue(data)
  if (due === undefined) return 'There is no task for you this week.'
  const tasks = count(data.tasks.length, 'task')
  return `Please do your ${data.tasks.length === 1 ? 'task' : tasks} by ${when(due, data.zone)}${
    data.tasks.length === 1 ? '' : ' or the date beside each'
  }.`
}

const afterwards = ({ decides }: Data): string =>
  decides === 'steering'
    ? 'After the check the steering committee decides how the program goes on.'
    : 'When the gate passes, the next week opens by itself. Otherwise the program owner decides.'

export const message = defineMessage({
  kind: 'week-opened',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    recipientRoles: ['program lead'],
    week: 6,
    work: ['Coaches hold sprint sessions 1 and 2', 'Mentors hold the exploratory meeting'],
    passWhen: 'Session attendance is at least 80 %',
    decides: 'rule',
    opensAt: '2027-02-08T08:00:00Z',
    checksAt: '2027-02-12T15:00:00Z',
    tasks: [
      { title: 'Say how many sessions were held', dueAt: '2027-02-12T11:00:00Z', href: `${samplePage}/tasks/W06.1` },
      { title: 'Confirm the mentor meetings', dueAt: '2027-02-12T14:00:00Z', href: `${samplePage}/tasks/W06.2` },
    ],
    href: `${samplePage}/gates/W06`,
  },
  subject: (data) => {
    const due = firstDue(data)
    return due === undefined
      ? `${data.gate} is open: ${data.title}`
      : `${data.gate} is open: ${count(data.tasks.length, 'task')} for you by ${shortDay(due, data.zone)}`
  },
  preheader: (data) => `${data.title}. ${ask(data)}`,
  body: (data) => [
    heading(`${data.gate} is open: ${data.title}`),
    greeting(data),
    paragraph(
      `${data.week === 0 ? 'The preparation week' : `Week ${data.week}`} of ${data.programName} is open. ${ask(data)}`,
    ),
    ...section(
      'Your tasks',
      data.tasks.map((task) => ({ text: task.title, detail: `Due ${when(task.dueAt, data.zone)}`, href: task.href })),
    ),
    ...section('What the week is for', data.work),
    facts({
      Open: `from ${when(data.opensAt, data.zone)}`,
      'Gate check': when(data.checksAt, data.zone),
      'Passes when': sentence(capital(data.passWhen)),
    }),
    button(`Open ${data.gate}`, data.href),
    note(afterwards(data)),
  ],
})
