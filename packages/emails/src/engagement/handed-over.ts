import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { enumerate } from '../words.ts'

/** To participant and mentor: a coaching was handed over (E6). What goes along is named, not told. */
const schema = envelope.extend({
  participantName: line,
  mentorName: line,
  carries: z.array(line),
  withheld: z.array(line).min(1),
  href,
})

export const message = defineMessage({
  kind: 'handed-over',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Otto Olsen',
    recipientRoles: ['mentor'],
    participantName: 'Mira Okafor',
    mentorName: 'Otto Olsen',
    carries: ['goals', 'context'],
    withheld: ['session notes', 'transfer items'],
    href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R002.mentor`,
  },
  subject: ({ participantName, mentorName }) => `From coaching to mentoring: ${participantName} and ${mentorName}`,
  preheader: ({ carries }) =>
    carries.length > 0 ? `Handed over: ${enumerate(carries)}.` : 'Nothing of the coaching was handed over.',
  body: (data) => [
    heading('The coaching was handed over'),
    greeting(data),
    paragraph(
      `The coaching of ${data.participantName} has come to its end; ${data.mentorName} goes on as the mentor. What the participant lets go along is there to read.`,
    ),
    facts({
      'Goes along': data.carries.length > 0 ? enumerate(data.carries) : 'nothing',
      'Stays behind': enumerate(data.withheld),
    }),
    button('Open the engagement', data.href),
    note('The participant can change what goes along at any time by their consent.'),
  ],
})
