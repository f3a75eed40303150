import { organiserOf } from '@pilotgate/core/engagement/invitations/organiser'
import { type Post, sendInvitations } from '@pilotgate/core/engagement/invitations/send-invitations'
import { isDomainError } from '@pilotgate/core/errors'
import { deliver } from '@pilotgate/core/gates/mail-ledger'
import { pauseAfter } from '@pilotgate/core/program/pause-after'
import { invitationNotice } from '@pilotgate/emails/notices/invitation'
import { z } from 'zod'
import { onMessages } from '../lib/queue.ts'

const sessionMessage = z.object({ tenantId: z.string(), programId: z.string(), sessionId: z.string() })

/**
 * Keeps the calendars of pairs in step with their sessions (E9). While the mail service takes nothing, a session waits longer each time,
 * and what comes later about it waits behind. Repeatable: the mail ledger mails nobody twice.
 */
export const handler = onMessages('invitations', sessionMessage, async (ref, work, { config, mailer }, { tries }) => {
  const from = config.MAIL_FROM
  const site = { from, publicUrl: config.PUBLIC_URL, organisationName: (tenantId: string) => tenantId }
  const post: Post = (invitation) => deliver(work, mailer, ref, invitationNotice(invitation, site, work.now))
  try {
    await sendInvitations(work, ref, { domain: organiserOf(from).domain, post })
    return undefined
  } catch (error) {
    if (!isDomainError(error, 'Unavailable')) throw error
    return { waitSeconds: pauseAfter(tries) }
  }
})
