import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** To the program owners: somebody is back in the organisation, and which of their engagements wait. */
const schema = envelope.extend({
  personName: line,
  pairs: z.array(z.strictObject({ what: line, href })),
  href,
})

export const message = defineMessage({
  kind: 'person-returned',
  schema,
  sample: {
    ...sampleEnvelope,
    personName: 'Otto Olsen',
    pairs: [
      {
        what: 'Mira Okafor with Otto Olsen (coach)',
        href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
      },
    ],
    href: `${samplePage}/people`,
  },
  subject: ({ personName }) => `${personName} is back in the program`,
  preheader: ({ pairs }) => (pairs.length > 0 ? 'Please decide on paused engagements.' : 'No engagement waits.'),
  body: (data) => [
    heading(`${data.personName} is back`),
    greeting(data),
    paragraph(`The HR system says that ${data.personName} is back. They have their part in the program again.`),
    ...section(
      'Paused until you decide',
      data.pairs.map(({ what, href }) => ({ text: what, href })),
    ),
    ...(data.pairs.length > 0
      ? [paragraph('Please resume each, reassign its match, or end it. To resume takes a free place.')]
      : []),
    button('Open the people of the program', data.href),
    note('Tasks that were given to others stay with them.'),
  ],
})
