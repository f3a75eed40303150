import ICAL from 'ical.js'
import ical, { ICalAttendeeStatus, ICalCalendarMethod } from 'ical-generator'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Message } from './mail-store.ts'

/** A calendar invitation as a mail program reads it; times are epoch milliseconds. */
export interface Invitation {
  method: string
  uid: string
  sequence: number
  summary: string
  startsAt: number
  endsAt: number
  /** Addresses. */
  organiser: string
  attendees: string[]
}

/** The buttons of a mail program. */
export const answers = ['accepted', 'tentative', 'declined'] as const
export type Answer = (typeof answers)[number]

const addressOf = (value: unknown): string => String(value).replace(/^mailto:/i, '')

/** The invitation (or cancellation) in a mail; `undefined` when it carries none that can be read. */
export function readInvitation({ calendar }: Message): Invitation | undefined {
  if (calendar === undefined) return undefined
  try {
    const object = ICAL.Component.fromString(calendar)
    const component = object.getFirstSubcomponent('vevent')!
    const event = new ICAL.Event(component)
    return {
      method: String(object.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: event.sequence ?? 0,
      summary: event.summary,
      startsAt: event.startDate.toJSDate().getTime(),
      endsAt: event.endDate.toJSDate().getTime(),
      organiser: addressOf(component.getFirstPropertyValue('organizer')),
      attendees: component.getAllProperties('attendee').map((attendee) => addressOf(attendee.getFirstValue())),
    }
  } catch {
    return undefined
  }
}

/** The mail that a mail program sends when its reader answers (METHOD:REPLY, RFC 5546 §3.2.3 and RFC 6047). */
export function replyTo(
  { uid, sequence, summary, startsAt, endsAt, organiser }: Invitation,
  attendee: string,
  answer: Answer,
  now: Date,
): Promise<Buffer> {
  const calendar = ical({ prodId: '//Local//Mailbox//EN', method: ICalCalendarMethod.REPLY })
  const status = ICalAttendeeStatus[answer.toUpperCase() as 'ACCEPTED' | 'TENTATIVE' | 'DECLINED']
  calendar.createEvent({
    ...{ id: uid, sequence, stamp: now, start: new Date(startsAt), end: new Date(endsAt), summary },
    organizer: { name: organiser, email: organiser },
    attendees: [{ email: attendee, status }],
  })
  return new MailComposer({
    from: attendee,
    to: organiser,
    date: now,
    subject: `${answer}: ${summary}`,
    text: `${attendee} has answered: ${answer}.`,
    icalEvent: { method: 'REPLY', content: `${calendar.toString()}\r\n` },
  })
    .compile()
    .build()
}
