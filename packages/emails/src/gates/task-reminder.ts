import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { isAfter, shortDay, when } from '../when.ts'
import { cut } from '../words.ts'

/** To the person who has a task: it is due soon, or overdue. */
const schema = envelope.extend({
  ...gateNamed,
  task: z.strictObject({ title: line, why: prose, dueAt: timestamp, href }),
  /** Which reminder this is, from 1. */
  reminder: z.number().int().min(1),
  remindedAt: timestamp,
})
type Data = z.output<typeof schema>

const due = ({ task, remindedAt, zone }: Data, words = when): string =>
  isAfter(remindedAt, task.dueAt) ? `was due ${words(task.dueAt, zone)}` : `is due ${words(task.dueAt, zone)}`

export const message = defineMessage({
  kind: 'task-reminder',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    recipientName: 'Jonas Weber',
    recipientRoles: ['program lead'],
    task: {
      title: 'Say how many sessions were held',
      why: 'W06 needs the session attendance. Without it the gate is inconclusive.',
      dueAt: '2027-02-12T11:00:00Z',
      href: `${samplePage}/tasks/W06.1`,
    },
    reminder: 1,
    remindedAt: '2027-02-12T15:00:00Z',
  },
  subject: (data) => `Your task ${due(data, shortDay)}: ${cut(data.task.title, 44)}`,
  preheader: (data) => data.task.why,
  body: (data) => [
    heading(data.task.title),
    greeting(data),
    paragraph(
      `Your task for the gate ${data.gate} (${data.title}) ${due(data)} and is still open. Please do it ${
        isAfter(data.remindedAt, data.task.dueAt) ? 'now' : 'by then'
      }.`,
    ),
    facts({
      Task: data.task.title,
      Due: when(data.task.dueAt, data.zone),
      Why: data.task.why,
      Reminder: `No. ${data.reminder}`,
    }),
    button('Open the task', data.task.href),
    note('If it stays open, the program owner is told. If the task is not yours, please tell the program owner.'),
  ],
})
