import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, prose } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { capital, enumerate } from '../words.ts'

/** To a participant whose intake is complete: what was decided and why, and what comes next. */
const schema = envelope.extend({
  /** Coach and mentor as decided (D1–D6), in the order in which they start; empty when there was no consent to decide from. */
  services: z.array(
    z.strictObject({ name: line, startsWith: z.number().int().min(1), cadence: line, length: line, provider: line }),
  ),
  reasons: z.array(prose),
  href,
})
type Data = z.output<typeof schema>

const names = ({ services }: Data): string => enumerate(services.map(({ name }) => name))

const thanks = (data: Data): string =>
  data.services.length > 0
    ? `Thank you, your intake is complete. From what you told us, a ${names(data)} will help you.`
    : 'Thank you, your intake is complete. Nothing is decided yet: you have not consented to the use of your goals for matching.'

const nextStep = ({ services }: Data): string =>
  services.length > 0
    ? 'Next, the people who run the program look for the right person for you. You get a mail with the proposal. You need not do anything until then.'
    : 'If you consent to that on the page of your intake, a coach or mentor can be found for you. You need not.'

export const message = defineMessage({
  kind: 'intake-submitted',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    services: [
      {
        name: 'coach',
        startsWith: 1,
        cadence: 'weekly or every two weeks, 60 minutes, 8–12 sessions',
        length: '3–6 months',
        provider: 'external',
      },
      {
        name: 'mentor',
        startsWith: 2,
        cadence: 'monthly, with a milestone review every quarter',
        length: '9–12 months',
        provider: 'internal',
      },
    ],
    reasons: ['A shift in behaviour was named (delegation): a coach for the change, then a mentor as sponsor.'],
    href: `${samplePage}/intake/01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: (data) =>
    data.services.length > 0 ? `Your intake is complete: a ${names(data)} for you` : 'Your intake is complete',
  preheader: nextStep,
  body: (data) => [
    heading('Your intake is complete'),
    greeting(data),
    paragraph(thanks(data)),
    ...section(
      'What was decided',
      data.services.map(({ name, startsWith, cadence, length, provider }) => ({
        text: `${capital(name)}, ${provider === 'either' ? 'external or internal' : provider}: ${length}`,
        detail: `${capital(cadence)}. ${startsWith === 1 ? 'Starts first' : `Starts as step ${startsWith}`}.`,
      })),
    ),
    ...section('Why', data.reasons),
    button('Open your intake', data.href),
    note(nextStep(data)),
  ],
})
