import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/**
 * To the program owners: somebody has left the organisation, what became of it, and what to decide. When the person is the only program
 * owner (`lastOwner`), to operations and the sponsor.
 */
const schema = envelope.extend({
  personName: line,
  lastOwner: z.boolean(),
  /** Engagements that wait now. */
  pairs: z.array(z.strictObject({ what: line, href })),
  /** Tasks that others have now. */
  tasks: z.array(z.strictObject({ title: line, toName: line, href })),
  href,
})

export const message = defineMessage({
  kind: 'person-left',
  schema,
  sample: {
    ...sampleEnvelope,
    personName: 'Otto Olsen',
    lastOwner: false,
    pairs: [
      {
        what: 'Mira Okafor with Otto Olsen (coach)',
        href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
      },
    ],
    tasks: [
      { title: 'Say how many sessions were held', toName: 'Jonas Weber', href: `${samplePage}/tasks/W06.1.attest` },
    ],
    href: `${samplePage}/people`,
  },
  subject: ({ personName, lastOwner }) =>
    lastOwner ? `The only program owner has left: ${personName}` : `${personName} has left: please decide what follows`,
  preheader: ({ lastOwner, pairs }) =>
    lastOwner
      ? 'Please have another program owner named.'
      : pairs.length > 0
        ? 'Engagements are paused until you decide.'
        : 'No engagement is concerned.',
  body: (data) => [
    heading(`${data.personName} has left the organisation`),
    greeting(data),
    paragraph(
      data.lastOwner
        ? `The HR system says that ${data.personName} has left. They are the only program owner, and keep that part. Please have a program owner named in the roster, then take ${data.personName} out of the program.`
        : `The HR system says that ${data.personName} has left. They see the program no longer; proposals to match them are withdrawn, and places in their pairs are free.`,
    ),
    ...section(
      'Paused until you decide',
      data.pairs.map(({ what, href }) => ({ text: what, detail: 'Sessions ahead are cancelled.', href })),
    ),
    ...(data.pairs.length > 0
      ? [paragraph('Please reassign the match of each, or end the engagement. Nothing of it goes on by itself.')]
      : []),
    ...section(
      'Tasks that others have now',
      data.tasks.map(({ title, toName, href }) => ({ text: title, detail: `Now with ${toName}.`, href })),
    ),
    button('Open the people of the program', data.href),
    note('If this is wrong, have it corrected in the HR system: once it says so, they are back.'),
  ],
})
