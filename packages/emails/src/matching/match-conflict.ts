import { service } from '@pilotgate/core/intake/intake-record'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To who decides on matches: after a change of managers a pair is in one reporting line (M4). */
const schema = envelope.extend({
  participantName: line,
  providerName: line,
  service,
  why: prose,
  dueAt: timestamp.optional(),
  href,
})

export const message = defineMessage({
  kind: 'match-conflict',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['matching owner'],
    participantName: 'Mira Okafor',
    providerName: 'Otto Olsen',
    service: 'coach',
    why: "The coach is the participant's manager.",
    dueAt: '2027-03-05T10:00:00Z',
    href: `${samplePage}/tasks/M4.01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
  },
  subject: ({ participantName, providerName }) => `One reporting line: ${participantName} and ${providerName}`,
  preheader: () => 'Please decide how the pair goes on.',
  body: (data) => [
    heading('A pair is in one reporting line'),
    greeting(data),
    paragraph(
      `The HR system has told of another manager. ${data.participantName} and ${data.providerName} may not be a pair like this any more. Please reassign the match or end the engagement.`,
    ),
    facts({
      Participant: data.participantName,
      [data.service === 'coach' ? 'Coach' : 'Mentor']: data.providerName,
      Why: data.why,
      'Decide by': data.dueAt && when(data.dueAt, data.zone),
    }),
    button('Open it', data.href),
    note('Nothing changes by itself. If the manager is wrong, have it corrected in the HR system.'),
  ],
})
