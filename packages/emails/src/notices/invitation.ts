import { mailIdStart } from '@pilotgate/core/engagement/invitations/invitation-record'
import { organiserOf } from '@pilotgate/core/engagement/invitations/organiser'
import type { Invitation } from '@pilotgate/core/engagement/invitations/send-invitations'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { message } from '../engagement/invitation.ts'
import { invitationCalendar } from '../engagement/session-calendar.ts'
import { render } from '../message.ts'
import type { Site } from './ground.ts'

/**
 * The mail that tells one calendar of a session (E9). Its occasion is the SEQUENCE, which no calendar is told twice.
 * @param from the sender of all mails, who is the organiser
 */
export const invitationNotice = (
  invitation: Invitation,
  { from, ...site }: Site & { from: string },
  now: string,
): Notice => {
  const { session, method, to, attendees, known, partner } = invitation
  const rendered = render(message, {
    organisationName: site.organisationName(session.tenantId),
    recipientName: to.name,
    zone: to.zone,
    status: method === 'CANCEL' ? 'cancelled' : known ? 'moved' : 'planned',
    startsAt: session.startsAt,
    minutes: String(session.minutes),
    partnerName: partner?.name ?? 'a former member',
    href: site.publicUrl,
  })
  const source = { organiser: organiserOf(from), href: site.publicUrl, now }
  return {
    mailId: `${mailIdStart(session.id, method)}${session.sequence}.invitation.${to.id}`,
    kind: message.kind,
    gate: 'E9',
    personId: to.id,
    to: to.email,
    rendered: {
      ...rendered,
      calendar: { method, content: invitationCalendar(method, invitation, attendees, source) },
    },
  }
}
