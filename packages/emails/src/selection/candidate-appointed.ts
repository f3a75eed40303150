import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { small, withArticle } from './candidacy-words.ts'

/** To the candidate who passed every step: what they may do now, and by when a mentor's sponsor action is due (S-M9). */
const schema = envelope.extend({
  pathTitle: line,
  service,
  /** The action a mentor committed, such as an introduction, and when its outcome has to be logged. */
  commitment: z.strictObject({ action: line, dueAt: timestamp }).optional(),
  href,
})
type Data = z.output<typeof schema>

const now = ({ service }: Data): string =>
  service === 'mentor'
    ? 'You can be matched with mentees from now on.'
    : 'You can be matched with participants from now on.'

export const message = defineMessage({
  kind: 'candidate-appointed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mona Haas',
    recipientRoles: ['mentor'],
    pathTitle: 'Internal mentor',
    service: 'mentor',
    commitment: { action: 'introduction', dueAt: '2027-05-28T14:00:00Z' },
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) =>
    data.commitment
      ? `You are appointed as ${withArticle(small(data.pathTitle))}: log your action by ${shortDay(data.commitment.dueAt, data.zone)}`
      : `You are appointed as ${withArticle(small(data.pathTitle))}`,
  preheader: now,
  body: (data) => [
    heading(`You are appointed as ${withArticle(small(data.pathTitle))}`),
    greeting(data),
    paragraph(
      `You passed every step of the selection. ${now(data)} When somebody is matched with you, you get a mail and sign a working agreement before the first meeting.`,
    ),
    ...(data.commitment
      ? [
          paragraph('One thing is still open: the sponsor action you committed. Please log its outcome in time.'),
          facts({
            'Sponsor action': data.commitment.action,
            'Outcome to be logged by': when(data.commitment.dueAt, data.zone),
          }),
        ]
      : []),
    button('Open your candidacy', data.href),
    note(
      data.commitment
        ? 'Without a logged outcome you get no new matches until it is there.'
        : 'Nothing is asked of you until then.',
    ),
  ],
})
