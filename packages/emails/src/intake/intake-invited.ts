import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'

/** To a participant: please fill in your intake. */
const schema = envelope.extend({
  /** When the cohort is checked for completeness; left out when that is not planned yet, or past. */
  dueAt: timestamp.optional(),
  href,
})

export const message = defineMessage({
  kind: 'intake-invited',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    dueAt: '2027-01-15T15:00:00Z',
    href: `${samplePage}/intake/01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: ({ dueAt, zone }) => `Please tell us your goals${dueAt ? ` by ${shortDay(dueAt, zone)}` : ''}`,
  preheader: () => 'About 20 minutes. You can stop at any point and go on later.',
  body: (data) => [
    heading('Your intake is open'),
    greeting(data),
    paragraph(
      'You take part in the program. What you tell us in the intake decides whether a coach or a mentor helps you, and who it is.',
    ),
    facts({
      'Please submit by': data.dueAt && when(data.dueAt, data.zone),
      Takes: 'About 20 minutes; you can stop and go on later',
    }),
    ...section('What you are asked', [
      'What brings you here, and one to three goals that can be measured, with how it is today',
      'Your project and the business number it serves',
      'Your role, skills, languages and weekly hours',
      {
        text: 'Your consent',
        detail: 'You choose for each group of answers what it may be used for, and can take it back at any time.',
      },
    ]),
    button('Open your intake', data.href),
    note('Answers that you do not consent to are not used. Nobody sees your answers but those who run the program.'),
  ],
})
