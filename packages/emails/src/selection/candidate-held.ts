import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { capital } from '../words.ts'
import { candidacyNamed, candidacyOf, candidacyWords } from './candidacy-words.ts'

/** To the candidate, and with their name to the lead: a step is on hold (§4). No marks and nobody's notes, only what is missing. */
const schema = envelope.extend({
  ...candidacyNamed,
  step: line,
  missing: z.array(prose).min(1),
  until: timestamp,
  /** The role that opens the step again. */
  turnTo: line,
  href,
})
type Data = z.output<typeof schema>

const next = ({ candidateName, turnTo }: Data): string =>
  candidateName
    ? 'As soon as it is there, open the step again on the page of the candidacy.'
    : `As soon as it is there, tell the ${turnTo}, who opens the step again.`

export const message = defineMessage({
  kind: 'candidate-held',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    candidateName: 'Otto Olsen',
    pathTitle: 'External coach',
    step: 'the references',
    missing: ['A second reference that verifies that behaviour changed (S-C4)'],
    until: '2027-04-02T15:00:00Z',
    turnTo: 'coach lead',
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) => `${candidacyOf(data)}: on hold until ${shortDay(data.until, data.zone)}`,
  preheader: (data) => data.missing[0]!,
  body: (data) => [
    heading('On hold: something is missing'),
    greeting(data),
    paragraph(`${capital(candidacyWords(data))} is on hold after ${data.step}. It is not turned down.`),
    ...section('What is missing', data.missing),
    facts({ 'Opens again by itself': when(data.until, data.zone), 'Opened earlier by': capital(data.turnTo) }),
    button('Open the candidacy', data.href),
    note(next(data)),
  ],
})
