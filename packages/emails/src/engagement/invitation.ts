import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { href, line, neutralEnvelope, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { shortDay, when } from '../when.ts'

/**
 * To both of a pair: their session was planned, moved or cancelled (E9). It carries the calendar invitation, which others may see in a
 * shared calendar or mailbox: so it says when and with whom, and neither in which program nor what about.
 */
const schema = neutralEnvelope.extend({
  status: z.enum(['planned', 'moved', 'cancelled']),
  startsAt: timestamp,
  minutes: line,
  partnerName: line,
  href,
})

const title = {
  planned: 'Development session',
  moved: 'Moved: development session',
  cancelled: 'Cancelled: development session',
}
const told = {
  planned: 'A development session is planned.',
  moved: 'Your development session was moved to another time. Please answer again.',
  cancelled: 'Your development session does not take place.',
}

export const message = defineMessage({
  kind: 'invitation',
  schema,
  sample: {
    organisationName: 'Northwind Logistics',
    recipientName: 'Mira Okafor',
    zone: 'Europe/Berlin',
    status: 'planned',
    startsAt: '2027-02-12T15:00:00Z',
    minutes: '60',
    partnerName: 'Otto Olsen',
    href: 'https://pilotgate.example',
  },
  subject: ({ status, startsAt, zone }) => `${title[status]} on ${shortDay(startsAt, zone)}`,
  preheader: ({ partnerName, startsAt, zone }) => `With ${partnerName}, ${when(startsAt, zone)}`,
  body: (data) => [
    heading(title[data.status]),
    greeting(data),
    paragraph(told[data.status]),
    facts({ When: when(data.startsAt, data.zone), Length: `${data.minutes} minutes`, With: data.partnerName }),
    button('Open Pilotgate', data.href),
    note(
      data.status === 'cancelled'
        ? 'Your calendar takes it out by the attached cancellation.'
        : 'Answer in your calendar: accept, maybe or decline. The other person sees your answer. To move or cancel the session, use Pilotgate.',
    ),
  ],
})
