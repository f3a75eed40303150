import type { Event } from '../../events.ts'
import type { Queues } from '../../ports.ts'

/**
 * Has the invitations of sessions sent that were scheduled, moved or cancelled; what else becomes of a session is of no concern to a
 * calendar. Each session has a group of its own, so that a cancellation never overtakes what it cancels. Repeatable.
 * @throws DomainError `Unavailable`
 */
export const queueInvitations = (queues: Queues, events: Event[]): Promise<void> =>
  queues.send(
    'invitations',
    events.flatMap((event) => {
      if (event.type !== 'session.changed') return []
      if (event.status !== 'scheduled' && event.status !== 'cancelled') return []
      const { tenantId, programId, sessionId, revision, at } = event
      // Not the organisation, too: SQS takes 128 characters.
      const group = `${programId}.${sessionId}`
      return [{ body: { tenantId, programId, sessionId, at }, group, dedupe: `${group}.${revision}` }]
    }),
  )
