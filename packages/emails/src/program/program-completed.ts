import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { capital } from '../words.ts'

/** To all members: the program reached its last gate and its final decision is recorded. */
const schema = envelope.extend({
  /** The final decision, for example `scale`. */
  result: line,
  reason: prose.optional(),
  at: timestamp,
  timeline: prose.optional(),
  budget: prose.optional(),
  gates: z.strictObject({ passed: z.number().int().min(0), all: z.number().int().min(1) }),
  href,
})

export const message = defineMessage({
  kind: 'program-completed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientRoles: ['participant'],
    result: 'scale',
    reason: 'Attendance, ratings and behaviour reached their thresholds.',
    at: '2027-06-22T13:00:00Z',
    timeline: 'Second cohort from September 2027',
    budget: '120,000 EUR',
    gates: { passed: 22, all: 24 },
    href: `${samplePage}/result`,
  },
  subject: ({ result }) => `Program completed, final decision: ${result}`,
  preheader: ({ gates }) => `${gates.passed} of ${gates.all} gates passed. Thank you for taking part.`,
  body: (data) => [
    heading('The program is complete'),
    greeting(data),
    paragraph(
      `${data.programName} reached its last gate on ${when(data.at, data.zone)}, and the final decision is recorded. Thank you for taking part.`,
    ),
    facts({
      'Final decision': capital(data.result),
      Reason: data.reason,
      Timeline: data.timeline,
      Budget: data.budget,
      'Gates passed': `${data.gates.passed} of ${data.gates.all}`,
    }),
    button('Open the result', data.href),
    note('No further week opens. You need not do anything because of this mail.'),
  ],
})
