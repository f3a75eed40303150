import { service } from '@pilotgate/core/intake/intake-record'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { capital } from '../words.ts'

/** To the participant: who their coach or mentor is. No scores, reasons or flags. */
const schema = envelope.extend({ service, providerName: line, cadence: line.optional(), length: line.optional(), href })

export const message = defineMessage({
  kind: 'match-published-participant',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Mira Okafor',
    recipientRoles: ['participant'],
    service: 'coach',
    providerName: 'Wanda Weber',
    cadence: 'every two weeks, 60 minutes',
    length: '3 to 6 months',
    href: `${samplePage}/own-matches`,
  },
  subject: (data) => `Your ${data.service} is ${data.providerName}`,
  preheader: () => 'Please read and sign your working agreement.',
  body: (data) => [
    heading(`Your ${data.service}: ${data.providerName}`),
    greeting(data),
    paragraph(
      `${data.providerName} will be your ${data.service} in ${data.programName}. Please read and sign your working agreement; your ${data.service} signs it, too.`,
    ),
    facts({
      [capital(data.service)]: data.providerName,
      'You meet': data.cadence,
      'It lasts': data.length,
    }),
    button('Open your match', data.href),
    note('After the first week we ask you whether it fits.'),
  ],
})
