import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { isAfter, when } from '../when.ts'

/** To a participant who was invited and has not submitted. */
const schema = envelope.extend({
  /** How far it has come. */
  status: z.enum(['invited', 'started', 'sent back']),
  invitedAt: timestamp,
  dueAt: timestamp.optional(),
  /** Which reminder this is, from 1. */
  reminder: z.number().int().min(1),
  remindedAt: timestamp,
  href,
})
type Data = z.output<typeof schema>

const progress: Record<Data['status'], string> = {
  invited: 'You have not begun yet.',
  started: 'You have begun; what you saved is still there.',
  'sent back': 'You handed it in, and some goals still lack something. The page shows what.',
}

const due = ({ dueAt, remindedAt, zone }: Data): string | undefined =>
  dueAt && `${isAfter(remindedAt, dueAt) ? 'Was due' : 'Is due'} ${when(dueAt, zone)}`

export const message = defineMessage({
  kind: 'intake-reminded',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    status: 'started',
    invitedAt: '2027-01-11T08:00:00Z',
    dueAt: '2027-01-15T15:00:00Z',
    reminder: 1,
    remindedAt: '2027-01-13T12:00:00Z',
    href: `${samplePage}/intake/01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: () => 'Your intake is still open: please submit it',
  preheader: (data) => progress[data.status],
  body: (data) => [
    heading('Your intake is still open'),
    greeting(data),
    paragraph(`Without your intake nobody can find the right coach or mentor for you. ${progress[data.status]}`),
    facts({
      'Invited on': when(data.invitedAt, data.zone),
      Submission: due(data),
      Reminder: `No. ${data.reminder}`,
    }),
    button('Open your intake', data.href),
    note('If something keeps you from it, please tell the program lead.'),
  ],
})
