import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { href, line, organisationEnvelope, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope } from '../sample.ts'
import { when } from '../when.ts'

/** To those who look after a connection: a delivery of the HR system could not be used. `problem` holds no data of people. */
const schema = organisationEnvelope.extend({ connectionName: line, problem: line, receivedAt: timestamp, href })

const { programName: _, ...sampleOrganisation } = sampleEnvelope

export const message = defineMessage({
  kind: 'connection-troubled',
  schema,
  sample: {
    ...sampleOrganisation,
    connectionName: 'BambooHR Europe',
    problem: 'Was tried 17 times, in vain: the HR system answered 403. Wait until the HR system answers.',
    receivedAt: '2027-03-01T08:00:00Z',
    href: 'https://pilotgate.example/connections/01KFZ0Q3W5T7R9YB2M4N6P8S0E',
  },
  subject: ({ connectionName }) => `A delivery of ${connectionName} could not be used`,
  preheader: ({ problem }) => problem,
  body: (data) => [
    heading(`A delivery of ${data.connectionName} could not be used`),
    greeting(data),
    paragraph('People in Pilotgate may not be as the HR system has them until this is settled.'),
    facts({ 'What is wrong': data.problem, Received: when(data.receivedAt, data.zone) }),
    button('Open the connection', data.href),
    note('Its log shows every delivery. You are told of each connection once a day at most.'),
  ],
})
