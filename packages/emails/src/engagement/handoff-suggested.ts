import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To who decides on matches: a participant with a coach has a new role; a mentor may follow (E6, D2). */
const schema = envelope.extend({ participantName: line, coachName: line, dueAt: timestamp.optional(), href })

export const message = defineMessage({
  kind: 'handoff-suggested',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['matching owner'],
    participantName: 'Mira Okafor',
    coachName: 'Otto Olsen',
    dueAt: '2027-03-05T10:00:00Z',
    href: `${samplePage}/tasks/E6.handoff.01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
  },
  subject: ({ participantName }) => `A mentor after the coaching? New role of ${participantName}`,
  preheader: () => 'Please look at whether a mentor follows the coach.',
  body: (data) => [
    heading('Does a mentor follow the coach?'),
    greeting(data),
    paragraph(
      `${data.participantName} has a new role and works with ${data.coachName} as a coach. A move on the career path speaks for a mentor; the coaching can hand over to one.`,
    ),
    facts({
      Participant: data.participantName,
      Coach: data.coachName,
      'Look at it by': data.dueAt && when(data.dueAt, data.zone),
    }),
    button('Open it', data.href),
    note('It is a suggestion: the coaching goes on as it is until somebody decides.'),
  ],
})
