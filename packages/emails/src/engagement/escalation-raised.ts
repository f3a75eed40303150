import { escalationKinds } from '@pilotgate/core/engagement/ledgers/escalation'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { capital } from '../words.ts'

/** To whom an escalation goes (E8), and once more when its time is over. What it says stays on its page. */
const schema = envelope.extend({
  escalation: z.enum(escalationKinds),
  raisedByName: line,
  raisedAt: timestamp,
  dueAt: timestamp,
  overdue: z.boolean(),
  href,
})

export const message = defineMessage({
  kind: 'escalation-raised',
  schema,
  sample: {
    ...sampleEnvelope,
    escalation: 'operational',
    raisedByName: 'Mira Okafor',
    raisedAt: '2027-03-02T10:00:00Z',
    dueAt: '2027-03-05T10:00:00Z',
    overdue: false,
    href: `${samplePage}/escalations/E.01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: ({ escalation, dueAt, overdue, zone }) =>
    overdue
      ? `Overdue since ${shortDay(dueAt, zone)}: ${escalation} escalation`
      : `${capital(escalation)} escalation: please answer by ${shortDay(dueAt, zone)}`,
  preheader: ({ overdue }) => (overdue ? 'Nobody has answered it yet.' : 'It waits for your answer.'),
  body: (data) => [
    heading(data.overdue ? 'An escalation is overdue' : 'An escalation waits for your answer'),
    greeting(data),
    paragraph(
      data.overdue
        ? `Nobody has answered the ${data.escalation} escalation in its time. Please do so now.`
        : `Something was handed to you (kind: ${data.escalation}). Please read it and answer in time.`,
    ),
    facts({
      Kind: data.escalation,
      'Raised by': data.raisedByName,
      Raised: when(data.raisedAt, data.zone),
      'Answer by': when(data.dueAt, data.zone),
    }),
    button('Open the escalation', data.href),
    note('What it says is read by you, by those who share your part, and by who raised it.'),
  ],
})
