import { z } from 'zod'
import { greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { capital, count } from '../words.ts'
import { candidacyNamed, candidacyOf, candidacyWords } from './candidacy-words.ts'
import { firstDue, inShort, selectionTask, taskBlocks } from './selection-task.ts'

/** To everybody whom a step of a selection asks for something. What the candidate handed in stays on the page of the task. */
const schema = envelope.extend({
  ...candidacyNamed,
  /** The step within a sentence: `the live demo`. */
  step: line,
  tasks: z.array(selectionTask).min(1),
  /** The role to speak with when it cannot be done. */
  turnTo: line,
})
type Data = z.output<typeof schema>

const ask = ({ tasks, zone }: Data): string => {
  const by = when(firstDue(tasks), zone)
  return tasks.length === 1
    ? `Please do your task by ${by}.`
    : `Please do your ${tasks.length} tasks, the first by ${by}.`
}

export const message = defineMessage({
  kind: 'selection-asked',
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
    turnTo: 'coach lead',
  },
  subject: (data) => `${candidacyOf(data)}: ${inShort(data.tasks)} by ${shortDay(firstDue(data.tasks), data.zone)}`,
  preheader: ask,
  body: (data) => [
    heading(capital(candidacyWords(data))),
    greeting(data),
    paragraph(
      `${count(data.tasks.length, 'task waits', 'tasks wait')} for you in ${candidacyWords(data)}. The step is ${data.step}. ${ask(data)}`,
    ),
    ...taskBlocks(data.tasks, data.zone),
    note(`If you cannot do it by then, or it is not yours to do, please tell the ${data.turnTo}.`),
  ],
})
