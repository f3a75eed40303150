import type { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { cut } from '../words.ts'

/** To a mentor whose sponsor action was not logged in time (S-M9), and with their name to the mentor lead. */
const schema = envelope.extend({ mentorName: line.optional(), action: line, dueAt: timestamp, href })
type Data = z.output<typeof schema>

const effect = ({ mentorName }: Data): string =>
  mentorName ? `${mentorName} gets no new matches until it is logged.` : 'You get no new matches until it is logged.'

export const message = defineMessage({
  kind: 'sponsor-action-missed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['mentor lead'],
    mentorName: 'Mona Haas',
    action: 'introduction',
    dueAt: '2027-05-28T14:00:00Z',
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: ({ mentorName }) =>
    mentorName
      ? `Sponsor action of ${cut(mentorName, 30)} not logged: no new matches`
      : 'Your sponsor action is not logged: no new matches',
  preheader: effect,
  body: (data) => [
    heading('A sponsor action was not logged in time'),
    greeting(data),
    paragraph(
      `The outcome of ${data.mentorName ? `the sponsor action of ${data.mentorName}` : 'your sponsor action'} was due and is not logged. ${effect(data)}`,
    ),
    facts({ Mentor: data.mentorName, 'Sponsor action': data.action, 'Was due': when(data.dueAt, data.zone) }),
    button(data.mentorName ? 'Open the candidacy' : 'Log the outcome', data.href),
    note(
      data.mentorName
        ? 'Running matches go on. Please speak with the mentor about what is in the way.'
        : 'Running matches go on. If something is in the way, please tell the mentor lead.',
    ),
  ],
})
