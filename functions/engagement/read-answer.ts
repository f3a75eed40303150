import { type Participation, participation } from '@pilotgate/core/engagement/invitations/invitation-record'
import type { Answer } from '@pilotgate/core/engagement/invitations/take-answer'
import ICAL from 'ical.js'
import PostalMime, { addressParser, type Email } from 'postal-mime'

/** No answer is longer; what is, is not read. Characters. */
const longestCalendar = 100_000

const calendarTypes = ['text/calendar', 'application/ics']

/**
 * The answer to an invitation that a mail holds (METHOD:REPLY, RFC 6047); `undefined` for any other mail. Whether the sender is who they
 * say is not looked at here.
 * @param mime the mail as it came
 * @param receivedAt ISO instant; an answer cannot have been given later
 */
export const readAnswer = async (mime: string | Uint8Array, receivedAt: string): Promise<Answer | undefined> => {
  try {
    const mail = await PostalMime.parse(mime, { attachmentEncoding: 'utf8', maxNestingDepth: 20 })
    const from = soleSender(mail)
    const part = mail.attachments.find(({ mimeType }) => calendarTypes.includes(mimeType))?.content
    if (from === undefined || typeof part !== 'string' || part.length > longestCalendar) return undefined
    const reply = readReply(part, receivedAt)
    return reply && { ...reply, from }
  } catch {
    // Whatever strangers send: a mail that cannot be read is none of ours.
    return undefined
  }
}

/** The one address that a mail says it is from: what the mail service vouches for is one only. */
const soleSender = ({ headers }: Email): string | undefined => {
  const [sender, ...others] = headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value))
  return others.length === 0 ? sender?.address : undefined
}

/** @throws when the text is no iCalendar object */
const readReply = (text: string, receivedAt: string): Omit<Answer, 'from'> | undefined => {
  const calendar = ICAL.Component.fromString(text)
  if (String(calendar.getFirstPropertyValue('method')).toUpperCase() !== 'REPLY') return undefined
  const [event, ...others] = calendar.getAllSubcomponents('vevent')
  const [attendee, ...more] = event?.getAllProperties('attendee') ?? []
  if (!event || !attendee || others.length > 0 || more.length > 0) return undefined
  const answer = String(attendee.getParameter('partstat')).toLowerCase() as Participation
  if (!participation.includes(answer)) return undefined
  return {
    uid: String(event.getFirstPropertyValue('uid')),
    attendee: String(attendee.getFirstValue()).replace(/^mailto:\s*/i, ''),
    // Absent means the first (RFC 5545 §3.8.7.4).
    sequence: Number(event.getFirstPropertyValue('sequence') ?? 0),
    answer,
    at: givenAt(event.getFirstPropertyValue('dtstamp'), receivedAt),
  }
}

const givenAt = (stamp: unknown, receivedAt: string): string => {
  const at = stamp instanceof ICAL.Time ? stamp.toJSDate().toISOString() : receivedAt
  return at < receivedAt ? at : receivedAt
}
