import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { count } from '../words.ts'

/** To all members: the program goes on. */
const schema = envelope.extend({
  reason: prose,
  by: line,
  at: timestamp,
  /** The gate at which it goes on, and its next check. */
  current: z.strictObject({ ...gateNamed, checksAt: timestamp.optional() }).optional(),
  /** Whole weeks by which the plan has moved in all. */
  slippedWeeks: z.number().int().min(0),
  href,
})

export const message = defineMessage({
  kind: 'program-resumed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['program lead', 'coach'],
    reason: 'The coaches are back and the missed sessions are booked.',
    by: 'Ada Stein',
    at: '2027-03-01T08:30:00Z',
    current: { ...sampleGate, checksAt: '2027-03-05T15:00:00Z' },
    slippedWeeks: 2,
    href: samplePage,
  },
  subject: ({ by, current }) =>
    current ? `Program resumed: it goes on at ${current.gate}` : `Program resumed by ${by}`,
  preheader: ({ slippedWeeks }) =>
    slippedWeeks === 0 ? 'The dates stay as planned.' : `The rest of the plan is ${count(slippedWeeks, 'week')} later.`,
  body: (data) => [
    heading('The program goes on'),
    greeting(data),
    paragraph(
      `${data.programName} was resumed by ${data.by} on ${when(data.at, data.zone)}. Your open tasks count again, with the dates on their pages.`,
    ),
    facts({
      Reason: data.reason,
      'Goes on at': data.current && `${data.current.gate} ${data.current.title}`,
      'Gate check': data.current?.checksAt && when(data.current.checksAt, data.zone),
      'Plan moved by':
        data.slippedWeeks === 0 ? 'Nothing: the dates stay as planned' : count(data.slippedWeeks, 'week'),
    }),
    button('Open the program', data.href),
    note('Please look at the new dates of your tasks.'),
  ],
})
