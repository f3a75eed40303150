import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope } from '../sample.ts'
import { when } from '../when.ts'
import { cut } from '../words.ts'

/** To the person who has a task: the new link they asked for (F3). */
const schema = envelope.extend({
  task: z.strictObject({ title: line, why: prose, dueAt: timestamp, href }),
  /** Until when the link is good. */
  expiresAt: timestamp,
})

export const message = defineMessage({
  kind: 'task-link',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Paul Part',
    recipientRoles: ['participant'],
    task: {
      title: 'Answer the pulse: your 1:1s and what you want to change',
      why: 'Gate W08, Mid-sprint pulse. Single answers are shown to nobody.',
      dueAt: '2027-02-26T15:00:00Z',
      href: 'https://pilotgate.example/task#bm9yZGxpY2h0CjAxS0ZaMFEzVzVUN1I5WUIyTTRONlA4UzBE',
    },
    expiresAt: '2027-03-24T15:00:00Z',
  },
  subject: ({ task }) => `Your new link: ${cut(task.title, 56)}`,
  preheader: (data) => `It opens your task without a sign-in until ${when(data.expiresAt, data.zone)}.`,
  body: (data) => [
    heading(data.task.title),
    greeting(data),
    paragraph(
      `Here is the new link to your task. It opens the task without a sign-in until ${when(data.expiresAt, data.zone)}, and until it is done. Earlier links no longer work.`,
    ),
    facts({ Task: data.task.title, Due: when(data.task.dueAt, data.zone), Why: data.task.why }),
    button('Open the task', data.task.href),
    note(
      'The link is for you alone, so please do not pass this mail on. If you did not ask for it, you need not do anything.',
    ),
  ],
})
