import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { isAfter, shortDay, when } from '../when.ts'
import { capital, cut } from '../words.ts'

/** Something keeps a credential valid and is due (Q3, Q4, Q5): to its holder, and with their name to the lead. */
const schema = envelope.extend({
  holderName: line.optional(),
  service,
  due: z.enum(['recertification', 'outcomes brief']),
  /** From when on it may be done. */
  possibleAt: timestamp.optional(),
  dueAt: timestamp,
  at: timestamp,
  href,
})
type Data = z.output<typeof schema>

const dueWords = ({ dueAt, at, zone }: Data, words = when): string =>
  `${isAfter(at, dueAt) ? 'was' : 'is'} due ${words(dueAt, zone)}`

const content = ({ due, service }: Data): string => {
  if (due === 'outcomes brief')
    return 'The brief says what came of the work of the last 12 months, without naming anybody.'
  return service === 'coach'
    ? 'It takes an observed session, an outcomes brief and a peer review.'
    : 'Mentors recertify once a year.'
}

const otherwise = ({ due }: Data): string =>
  due === 'recertification'
    ? 'A credential that is not renewed in time lapses: there are no new matches then.'
    : 'The brief is part of what keeps the credential valid.'

export const message = defineMessage({
  kind: 'credential-due',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    holderName: 'Wanda Weber',
    service: 'coach',
    due: 'recertification',
    possibleAt: '2028-03-01T08:00:00Z',
    dueAt: '2028-09-01T08:00:00Z',
    at: '2028-08-01T08:00:00Z',
    href: `${samplePage}/credentials/coach.01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: (data) =>
    `${capital(data.due)}${data.holderName ? ` of ${cut(data.holderName, 24)}` : ''} ${dueWords(data, shortDay)}`,
  preheader: otherwise,
  body: (data) => [
    heading(`${capital(data.due)} ${isAfter(data.at, data.dueAt) ? 'was due' : 'is due'}`),
    greeting(data),
    paragraph(
      `The ${data.due} of ${data.holderName ? `${data.holderName} as a ${data.service}` : `your credential as a ${data.service}`} ${dueWords(data)}. ${content(data)}`,
    ),
    facts({
      [data.service === 'coach' ? 'Coach' : 'Mentor']: data.holderName,
      'Possible from': data.possibleAt && when(data.possibleAt, data.zone),
      Due: when(data.dueAt, data.zone),
    }),
    button('Open the credential', data.href),
    note(otherwise(data)),
  ],
})
