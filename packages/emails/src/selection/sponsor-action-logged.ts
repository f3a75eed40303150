import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { cut } from '../words.ts'

/** To the mentor lead: the outcome of a sponsor action is there to be verified (S-M9). The page has its words. */
const schema = envelope.extend({ mentorName: line, action: line, loggedAt: timestamp, href })

export const message = defineMessage({
  kind: 'sponsor-action-logged',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['mentor lead'],
    mentorName: 'Mona Haas',
    action: 'introduction',
    loggedAt: '2027-05-20T09:30:00Z',
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) => `${cut(data.mentorName, 40)} logged a sponsor action`,
  preheader: () => 'Its outcome and what shows it are on the page.',
  body: (data) => [
    heading('A sponsor action is logged'),
    greeting(data),
    paragraph(`${data.mentorName} logged the outcome of their sponsor action, and what shows it.`),
    facts({ Mentor: data.mentorName, 'Sponsor action': data.action, Logged: when(data.loggedAt, data.zone) }),
    button('Read the outcome', data.href),
    note('You need not do anything. If it cannot be verified, please speak with the mentor.'),
  ],
})
