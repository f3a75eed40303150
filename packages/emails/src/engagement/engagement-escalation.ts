import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { count, enumerate } from '../words.ts'

/** To the program owner: a step of an engagement is not done after several reminders. */
const schema = envelope.extend({
  service,
  participantName: line,
  providerName: line,
  title: line,
  dueAt: timestamp,
  lateNames: z.array(line).min(1),
  reminders: z.number().int().min(1),
  href,
})

export const message = defineMessage({
  kind: 'engagement-escalation',
  schema,
  sample: {
    ...sampleEnvelope,
    service: 'coach',
    participantName: 'Mira Okafor',
    providerName: 'Otto Olsen',
    title: 'Read and sign the working agreement',
    dueAt: '2027-02-05T15:00:00Z',
    lateNames: ['Mira Okafor'],
    reminders: 3,
    href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
  },
  subject: ({ participantName, providerName }) => `An engagement waits: ${participantName} and ${providerName}`,
  preheader: ({ reminders }) => `Not done after ${count(reminders, 'reminder')}. Please speak with them.`,
  body: (data) => [
    heading('A step of an engagement is not done'),
    greeting(data),
    paragraph(
      `${data.participantName} and ${data.providerName} (${data.service}) cannot go on: a step is open after ${count(data.reminders, 'reminder')}. Please speak with them. If it does not work out, reassign the match or end the engagement.`,
    ),
    facts({ Step: data.title, 'Waits for': enumerate(data.lateNames), 'Was due': when(data.dueAt, data.zone) }),
    button('Open the engagement', data.href),
    note('Both go on being reminded every two weeks.'),
  ],
})
