import type { CalendarPart, Mail } from '@pilotgate/core/ports'
import MailComposer from 'nodemailer/lib/mail-composer'

/**
 * A mail with a calendar object (RFC 6047): text, HTML, and as the last alternative `text/calendar` with its method; the same once more
 * as `invite.ics`, which some mail programs look for. Absences are not answered automatically.
 */
export const mimeWithCalendar = (
  from: string,
  { to, subject, text, html }: Pick<Mail, 'to' | 'subject' | 'text' | 'html'>,
  { method, content }: CalendarPart,
): Promise<Buffer> =>
  new MailComposer({
    ...{ from, to, subject, text, html },
    headers: { 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    icalEvent: { method, content, filename: 'invite.ics' },
    // Nothing is ever read from a disk or fetched to make a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
