import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { capital } from '../words.ts'
import { candidacyNamed, candidacyOf, candidacyWords } from './candidacy-words.ts'

/** To the lead: a candidacy ended without an appointment. To the candidate without a name, when somebody else withdrew it. */
const schema = envelope.extend({
  ...candidacyNamed,
  status: z.enum(['rejected', 'withdrawn']),
  reasons: z.array(prose),
  at: timestamp,
  href,
})
type Data = z.output<typeof schema>

const how = ({ status }: Data): string => (status === 'rejected' ? 'was turned down' : 'was withdrawn')

export const message = defineMessage({
  kind: 'candidacy-closed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    candidateName: 'Otto Olsen',
    pathTitle: 'External coach',
    status: 'withdrawn',
    reasons: ['No time for the co-coaching session this spring.'],
    at: '2027-03-09T10:00:00Z',
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) => `${candidacyOf(data)} ${how(data)}`,
  preheader: (data) => data.reasons[0] ?? 'Nobody is asked for anything any more.',
  body: (data) => [
    heading(`${capital(candidacyWords(data))} ${how(data)}`),
    greeting(data),
    paragraph(
      `${capital(candidacyWords(data))} ${how(data)} on ${when(data.at, data.zone)}. What was still asked for is cancelled.`,
    ),
    ...section('Why', data.reasons),
    button('Open the candidacy', data.href),
    note(data.candidateName ? 'The reasons are kept. They may apply again.' : 'You may apply again at any time.'),
  ],
})
