import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To both people of a match that ended. The reason stays with those who decided it. */
const schema = envelope.extend({
  service,
  partnerName: line,
  endedAt: timestamp,
  /** Whether the participant gets somebody else at once. */
  followed: z.boolean(),
  href,
})

export const message = defineMessage({
  kind: 'match-ended',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    service: 'mentor',
    partnerName: 'Otto Olsen',
    endedAt: '2027-03-02T10:00:00Z',
    followed: true,
    href: `${samplePage}/own-matches`,
  },
  subject: (data) => `Your match with ${data.partnerName} has ended`,
  preheader: ({ followed }) => (followed ? 'The next match is told in a mail of its own.' : 'There is nothing to do.'),
  body: (data) => [
    heading(`Your match with ${data.partnerName} has ended`),
    greeting(data),
    paragraph(
      `The match with ${data.partnerName} (${data.service}) in ${data.programName} ended on ${when(data.endedAt, data.zone)}. Please cancel meetings you have planned.`,
    ),
    button('Open your matches', data.href),
    note(
      data.followed ? 'The next match is told in a mail of its own.' : 'If you have questions, ask the program lead.',
    ),
  ],
})
