import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { firstDue, inShort, selectionTask, taskBlocks } from '../selection/selection-task.ts'
import { shortDay, when } from '../when.ts'

/** To one of a pair who is asked to sign, to start or to close; again, with the number of the reminder, when it is not done. */
const schema = envelope.extend({
  service,
  partnerName: line,
  tasks: z.array(selectionTask).min(1),
  reminder: z.number().int().min(1).optional(),
})
type Data = z.output<typeof schema>

const ask = ({ tasks, reminder, zone }: Data): string =>
  reminder === undefined
    ? `Please do it by ${when(firstDue(tasks), zone)}.`
    : `It was due by ${when(firstDue(tasks), zone)}. Please do it now.`

export const message = defineMessage({
  kind: 'engagement-asked',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    service: 'coach',
    partnerName: 'Otto Olsen',
    tasks: [
      {
        title: 'Read and sign the working agreement',
        why: 'Both sign the same version before the first session (E2).',
        dueAt: '2027-02-05T15:00:00Z',
        href: `${samplePage}/tasks/E2.01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach.agreement.1.01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
      },
    ],
    reminder: 1,
  },
  subject: ({ tasks, reminder, zone }) =>
    `${reminder === undefined ? '' : 'Reminder: '}${inShort(tasks)} by ${shortDay(firstDue(tasks), zone)}`,
  preheader: ask,
  body: (data) => [
    heading(data.reminder === undefined ? 'The next step of your engagement' : 'A step of your engagement is open'),
    greeting(data),
    paragraph(`It is about your engagement with ${data.partnerName} (${data.service}). ${ask(data)}`),
    ...taskBlocks(data.tasks, data.zone),
    note('If you cannot do it, or it is not yours to do, please tell the program owner.'),
  ],
})
