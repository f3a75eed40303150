import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { sentence } from '../words.ts'

/** To all members: the program was ended before its last gate. */
const schema = envelope.extend({
  reason: prose,
  by: line,
  at: timestamp,
  /** The gate at which it ended. */
  current: z.strictObject(gateNamed).optional(),
  href,
})

export const message = defineMessage({
  kind: 'program-stopped',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['mentor'],
    reason: 'The business unit is being reorganised.',
    by: 'Ada Stein',
    at: '2027-03-03T10:00:00Z',
    current: sampleGate,
    href: samplePage,
  },
  subject: ({ reason }) => `Program stopped: ${reason.replace(/\.$/, '')}`,
  preheader: ({ reason }) => `${sentence(reason)} Open tasks are cancelled.`,
  body: (data) => [
    heading('The program was stopped'),
    greeting(data),
    paragraph(
      `${data.programName} was stopped by ${data.by} on ${when(data.at, data.zone)}. No further week opens. Open tasks are cancelled, and you get no more reminders.`,
    ),
    facts({ Reason: data.reason, 'Stopped at': data.current && `${data.current.gate} ${data.current.title}` }),
    button('Open the program', data.href),
    note('What was recorded so far stays readable on this page. You need not do anything.'),
  ],
})
