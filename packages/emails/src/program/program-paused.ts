import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To all members: the program is paused, by the program owner's veto or by itself after the last reminder. */
const schema = envelope.extend({
  reason: prose,
  /** Who paused it: a person's name, or `undefined` when it paused by itself. */
  by: line.optional(),
  at: timestamp,
  /** The gate at which it waits. */
  current: z.strictObject(gateNamed).optional(),
  /** Whether the reader may resume it. */
  mayResume: z.boolean(),
  href,
})

export const message = defineMessage({
  kind: 'program-paused',
  schema,
  sample: {
    ...sampleEnvelope,
    reason: 'No decision on W06 after three reminders.',
    at: '2027-02-24T15:00:00Z',
    current: sampleGate,
    mayResume: true,
    href: samplePage,
  },
  subject: ({ reason }) => `Program paused: ${reason.replace(/\.$/, '')}`,
  preheader: ({ at, zone }) => `Paused since ${when(at, zone)}. Weeks, tasks and reminders wait until it is resumed.`,
  body: (data) => [
    heading('The program is paused'),
    greeting(data),
    paragraph(
      `${data.programName} ${data.by ? `was paused by ${data.by}` : 'paused by itself'} on ${when(data.at, data.zone)}. Weeks, tasks and reminders wait until it is resumed.`,
    ),
    facts({
      Reason: data.reason,
      'Paused by': data.by ?? 'The program itself',
      Since: when(data.at, data.zone),
      'Waits at': data.current && `${data.current.gate} ${data.current.title}`,
    }),
    button('Open the program', data.href),
    note(
      data.mayResume
        ? 'When the reason is settled, please resume the program on its page. The rest of the plan then moves by whole weeks.'
        : 'You need not do anything now. You get a mail when the program is resumed.',
    ),
  ],
})
