import { z } from 'zod'
import { greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { isAfter, shortDay, when } from '../when.ts'
import { count } from '../words.ts'
import { candidacyNamed, candidacyOf, candidacyWords } from './candidacy-words.ts'
import { firstDue, inShort, selectionTask, taskBlocks } from './selection-task.ts'

/** To everybody whose tasks of a step are still open. */
const schema = envelope.extend({
  ...candidacyNamed,
  step: line,
  tasks: z.array(selectionTask).min(1),
  /** Which reminder this is, from 1, and of how many. */
  reminder: z.number().int().min(1),
  reminders: z.number().int().min(1),
  remindedAt: timestamp,
  turnTo: line,
})
type Data = z.output<typeof schema>

const due = ({ tasks, remindedAt, zone }: Data, words = when): string =>
  `${isAfter(remindedAt, firstDue(tasks)) ? 'was' : 'is'} due ${words(firstDue(tasks), zone)}`

const next = ({ reminder, reminders }: Data): string =>
  reminder < reminders
    ? 'The candidacy waits for it.'
    : 'This is the last reminder. If nothing comes, the step is decided with what is there or put on hold.'

export const message = defineMessage({
  kind: 'selection-reminder',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['program lead'],
    candidateName: 'Otto Olsen',
    pathTitle: 'External coach',
    step: 'the live demo',
    tasks: [
      {
        title: 'Score the live demo',
        why: 'A demo of 30 minutes, scored 1 to 5 by each member on five dimensions (S-C3).',
        dueAt: '2027-03-05T15:00:00Z',
        href: `${samplePage}/tasks/S-C3.01KFZ0Q3W5T7R9YB2M4N6P8S0E.01.live-demo.1.scores`,
      },
    ],
    reminder: 1,
    reminders: 3,
    remindedAt: '2027-03-08T15:00:00Z',
    turnTo: 'coach lead',
  },
  subject: (data) => `${candidacyOf(data)}: ${inShort(data.tasks)}, ${due(data, shortDay)}`,
  preheader: next,
  body: (data) => [
    heading(data.tasks.length === 1 ? 'Your task is still open' : 'Your tasks are still open'),
    greeting(data),
    paragraph(
      `${count(data.tasks.length, 'task', 'tasks')} of yours in ${candidacyWords(data)} (${data.step}) ${data.tasks.length === 1 ? 'is' : 'are'} still open. ${data.tasks.length === 1 ? 'It' : 'The first'} ${due(data)}. ${next(data)}`,
    ),
    ...taskBlocks(data.tasks, data.zone),
    note(
      `Reminder ${data.reminder} of ${data.reminders}. If something keeps you from it, please tell the ${data.turnTo}.`,
    ),
  ],
})
