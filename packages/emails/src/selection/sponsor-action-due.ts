import type { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'

/** To a mentor, before their sponsor action is due (S-M9). The kind of action only: what exactly it is stays on the page. */
const schema = envelope.extend({ action: line, dueAt: timestamp, href })
type Data = z.output<typeof schema>

const otherwise = ({ dueAt, zone }: Data): string =>
  `If no outcome is logged by ${when(dueAt, zone)}, you get no new matches until it is there.`

export const message = defineMessage({
  kind: 'sponsor-action-due',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mona Haas',
    recipientRoles: ['mentor'],
    action: 'introduction',
    dueAt: '2027-05-28T14:00:00Z',
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) => `Please log your sponsor action by ${shortDay(data.dueAt, data.zone)}`,
  preheader: otherwise,
  body: (data) => [
    heading('Your sponsor action is due soon'),
    greeting(data),
    paragraph(
      'In the mentor course you committed one network action that somebody can verify. Please log what came of it, and what shows it.',
    ),
    facts({ 'Sponsor action': data.action, 'Outcome to be logged by': when(data.dueAt, data.zone) }),
    button('Log the outcome', data.href),
    note(otherwise(data)),
  ],
})
