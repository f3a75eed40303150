import { button, facts, greeting, heading, paragraph } from '../blocks.ts'
import { href, line, organisationEnvelope, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope } from '../sample.ts'
import { when } from '../when.ts'

/** To those who look after a webhook: it has turned itself off. Only the host of its address is named: paths may hold keys. */
const schema = organisationEnvelope.extend({ host: line, because: line, at: timestamp, href })

const { programName: _, ...sampleOrganisation } = sampleEnvelope

export const message = defineMessage({
  kind: 'webhook-off',
  schema,
  sample: {
    ...sampleOrganisation,
    host: 'lms.northwind.example',
    because: 'Nothing could be delivered for three days.',
    at: '2027-03-01T08:00:00Z',
    href: 'https://pilotgate.example/webhooks/01KFZ0Q3W5T7R9YB2M4N6P8S0E',
  },
  subject: ({ host }) => `The webhook to ${host} was turned off`,
  preheader: ({ because }) => because,
  body: (data) => [
    heading(`The webhook to ${data.host} was turned off`),
    greeting(data),
    paragraph('Pilotgate sends no more events there, and what was waiting is given up.'),
    facts({ Because: data.because, 'Turned off': when(data.at, data.zone) }),
    paragraph(
      'When the receiver is well again, turn the webhook on, and send again from its log what was given up. What happens while it is off is not sent later.',
    ),
    button('Open the webhook', data.href),
  ],
})
