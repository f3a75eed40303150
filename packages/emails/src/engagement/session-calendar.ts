import type { InvitationRecord } from '@pilotgate/core/engagement/invitations/invitation-record'
import type { Organiser } from '@pilotgate/core/engagement/invitations/organiser'
import { endsAt } from '@pilotgate/core/engagement/sessions/overlap'
import type { SessionRecord } from '@pilotgate/core/engagement/sessions/session-record'
import ical, {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { oneLine } from '../words.ts'

/** What every calendar says of whom it comes from. `href` is the console, and says nothing of the session. */
type Source = { organiser: Organiser; href: string; now: string }

/** A session in a calendar: anybody whose calendar is shared may read this, so that it holds no word of the session's own. */
type Entry = { uid: string; session: Pick<SessionRecord, 'startsAt' | 'minutes' | 'sequence' | 'status'> }

type Attendee = { name: string; email: string }

const summary = 'Development session'
const prodId = { company: 'Pilotgate', product: 'Development sessions', language: 'EN' }
/** How long a calendar that subscribes may wait before it looks again, seconds. */
const refreshAfter = 60 * 60

/**
 * The iCalendar object (RFC 5545) that a mail carries to one calendar (RFC 5546): an invitation or its update (REQUEST), or a
 * cancellation.
 * @param attendees everybody whose calendar it is for
 */
export const invitationCalendar = (
  method: InvitationRecord['method'],
  entry: Entry,
  attendees: Attendee[],
  source: Source,
): string => written(ICalCalendarMethod[method], [eventOf(entry, source, attendees)])

/** A calendar to subscribe to (PUBLISH): no attendees, since nobody is asked anything. */
export const feedCalendar = (entries: Entry[], source: Source): string =>
  written(
    ICalCalendarMethod.PUBLISH,
    entries.map((entry) => eventOf(entry, source)),
    { name: `${summary}s`, ttl: refreshAfter },
  )

const written = (method: ICalCalendarMethod, events: ICalEventData[], more = {}): string =>
  `${ical({ prodId, scale: 'GREGORIAN', method, events, ...more }).toString()}\r\n`

/**
 * Times are written in UTC: each session is one moment of its own, without a rule of recurrence that a change of the clocks could shift,
 * and every calendar shows it in the zone of its reader. So no VTIMEZONE is needed.
 */
const eventOf = (
  { uid, session }: Entry,
  { organiser, href, now }: Source,
  attendees: Attendee[] = [],
): ICalEventData => ({
  id: uid,
  sequence: session.sequence,
  stamp: new Date(now),
  lastModified: new Date(now),
  start: new Date(session.startsAt),
  end: new Date(endsAt(session)),
  summary,
  description: `Details, and the way to move or cancel it: ${href}`,
  organizer: { name: oneLine(organiser.name), email: organiser.address },
  attendees: attendees.map(invited),
  status: session.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  class: ICalEventClass.PRIVATE,
  transparency: ICalEventTransparency.OPAQUE,
})

const invited = ({ name, email }: Attendee): ICalAttendeeData => ({
  name: oneLine(name),
  email,
  type: ICalAttendeeType.INDIVIDUAL,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.NEEDSACTION,
  rsvp: true,
})
