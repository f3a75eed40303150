import { service } from '@pilotgate/core/intake/intake-record'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** To the coach or mentor: who their new participant is. Nothing of the intake: the participant tells what they want to tell. */
const schema = envelope.extend({
  service,
  participantName: line,
  cadence: line.optional(),
  length: line.optional(),
  href,
})

export const message = defineMessage({
  kind: 'match-published-provider',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Wanda Weber',
    recipientRoles: ['coach'],
    service: 'coach',
    participantName: 'Mira Okafor',
    cadence: 'every two weeks, 60 minutes',
    length: '3 to 6 months',
    href: `${samplePage}/own-matches`,
  },
  subject: (data) => `You are the ${data.service} of ${data.participantName}`,
  preheader: () => 'Please read and sign your working agreement.',
  body: (data) => [
    heading(`A new participant: ${data.participantName}`),
    greeting(data),
    paragraph(
      `You are the ${data.service} of ${data.participantName} in ${data.programName}. Please read and sign your working agreement, then agree on the first meeting.`,
    ),
    facts({ Participant: data.participantName, 'You meet': data.cadence, 'It lasts': data.length }),
    button('Open your match', data.href),
    note('The participant signs the agreement, too.'),
  ],
})
