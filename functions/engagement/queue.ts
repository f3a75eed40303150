import { organiserOf } from '@pilotgate/core/engagement/invitations/organiser'
import { type Post, sendInvitations } from '@pilotgate/core/engagement/invitations/send-invitations'
import { deliver } from '@pilotgate/core/gates/mail-ledger'
import { invitationNotice } from '@pilotgate/emails/notices/invitation'
import { z } from 'zod'
import { onMessages } from '../lib/queue.ts'

const sessionMessage = z.object({ tenantId: z.string(), programId: z.string(), sessionId: z.string() })

/** Keeps the calendars of pairs in step with their sessions (E9). Repeatable: the mail ledger mails nobody twice. */
export const handler = onMessages('invitations', sessionMessage, async (ref, work, { config, mailer }) => {
  const from = config.MAIL_FROM
  const site = { from, publicUrl: config.PUBLIC_URL, organisationName: (tenantId: string) => tenantId }
  const post: Post = (invitation) => deliver(work, mailer, ref, invitationNotice(invitation, site, work.now))
  await sendInvitations(work, ref, { domain: organiserOf(from).domain, post })
  return undefined
})
