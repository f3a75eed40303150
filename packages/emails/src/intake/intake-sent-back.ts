import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, prose } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { count } from '../words.ts'

/** To a participant whose goals cannot be measured yet (I2): what they lack. */
const schema = envelope.extend({
  problems: z.array(z.strictObject({ item: line, why: prose })).min(1),
  href,
})

export const message = defineMessage({
  kind: 'intake-sent-back',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    problems: [
      {
        item: 'Goal 1, behaviour',
        why: '"become" says what to become, not what one will see you do. Start with an action, for example "Ask two open questions before I give my own view".',
      },
      { item: 'Goal 1, measure', why: 'Has no number, frequency, rating or named survey.' },
    ],
    href: `${samplePage}/intake/01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: ({ problems }) => `Almost there: your goals lack ${count(problems.length, 'thing')}`,
  preheader: () => 'A goal that can be measured shows you and your coach or mentor whether it works.',
  body: (data) => [
    heading('Your goals need one more look'),
    greeting(data),
    paragraph(
      'Thank you for your intake. Everything is saved. A goal helps when one can tell whether it is reached, and some parts do not say enough for that yet.',
    ),
    ...section(
      'What is missing',
      data.problems.map(({ item, why }) => ({ text: item, detail: why })),
    ),
    button('Correct your goals', data.href),
    note(
      'Change these parts on the page and submit again. Nothing else has to be filled in twice. The check knows English only: is a goal clear as it stands, ask those who run the program to accept it.',
    ),
  ],
})
