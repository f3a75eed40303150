import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { cut } from '../words.ts'

/** To whoever has a task now that was somebody else's, who has left. */
const schema = envelope.extend({
  task: z.strictObject({ title: line, why: prose, dueAt: timestamp, href }),
  formerName: line,
})

export const message = defineMessage({
  kind: 'task-reassigned',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['program lead'],
    task: {
      title: 'Say how many sessions were held',
      why: 'W06 needs the session attendance. Without it the gate is inconclusive.',
      dueAt: '2027-02-12T11:00:00Z',
      href: `${samplePage}/tasks/W06.1`,
    },
    formerName: 'Otto Olsen',
  },
  subject: ({ task, zone }) => `A task is yours now, due ${shortDay(task.dueAt, zone)}: ${cut(task.title, 30)}`,
  preheader: ({ formerName }) => `It was with ${formerName}.`,
  body: (data) => [
    heading('A task is yours now'),
    greeting(data),
    paragraph(
      `The task was with ${data.formerName}, who has no part in the program any more. Please do it by the day it is due.`,
    ),
    facts({ Task: data.task.title, Due: when(data.task.dueAt, data.zone), Why: data.task.why }),
    button('Open the task', data.task.href),
    note('If it should be with somebody else, please tell the program owner.'),
  ],
})
