import type { Page, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'
import type { InvitationRecord } from '../invitations/invitation-record.ts'
import { readInvitations } from '../invitations/send-invitations.ts'
import { loadOwnEngagement, loadVisible } from '../load-engagement.ts'
import type { Seen } from '../read-engagement.ts'
import type { ActionItemRecord } from './action-item.ts'
import { engagementIdIn, unknownSession } from './change-session.ts'
import type { SessionRecord } from './session-record.ts'

/** A page of the sessions of an engagement, oldest number first; the pair also gets what they answered to the invitations. @throws DomainError `NotFound` */
export const listSessions = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
  query: { limit: number; cursor?: string },
): Promise<Page<SessionRecord> & Seen & { invitations: InvitationRecord[] }> => {
  const seen = await loadVisible(store, actor, programId, engagementId)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const prefix = `${engagementId}.`
  const [page, invitations] = await Promise.all([
    store.list('session', scope, { ...query, prefix }),
    seen.sight === 'pair' ? allOf(store, 'invitation', scope, prefix) : [],
  ])
  return { ...page, ...seen, invitations }
}

/** A session with its action items and what was answered to its invitation, which only the pair gets. @throws DomainError `NotFound` */
export const readSession = async (
  store: Store,
  actor: Actor,
  programId: string,
  sessionId: string,
): Promise<{ session: SessionRecord; actions: ActionItemRecord[]; invitations: InvitationRecord[] } & Seen> => {
  const seen = await loadVisible(store, actor, programId, engagementIdIn(sessionId))
  const scope = { tenantId: actor.tenantId, scope: programId }
  const isPair = seen.sight === 'pair'
  const { participantId, providerId } = seen.engagement
  const [session, actions, invitations] = await Promise.all([
    store.get('session', scope, sessionId),
    isPair ? actionItemsOf(store, scope, `${sessionId}.`) : [],
    isPair ? readInvitations(store, { ...scope, id: sessionId }, [participantId, providerId]) : [],
  ])
  if (!session) throw unknownSession(sessionId)
  return { session, actions, invitations, ...seen }
}

/** The action items of an engagement, for the pair alone. @throws DomainError `NotFound` */
export const listActionItems = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
): Promise<ActionItemRecord[]> => {
  const { tenantId, scope, id } = await loadOwnEngagement(store, actor, programId, engagementId)
  return actionItemsOf(store, { tenantId, scope }, `${id}.`)
}

/** All action items whose id begins like this; those of a program without it. */
const actionItemsOf = (store: Store, scope: { tenantId: string; scope: string }, prefix = '') =>
  allOf(store, 'actionItem', scope, prefix)

export type ActionCounts = { all: number; open: number; overdue: number; done: number; dropped: number }

/** How many action items the engagements of a program have, by where they stand. @param today local date, before which open ones are overdue */
export const countActionItems = async (
  store: Store,
  actor: Actor,
  programId: string,
  today: string,
): Promise<ActionCounts> => {
  const items = await actionItemsOf(store, { tenantId: actor.tenantId, scope: programId })
  const count = (wanted: (item: ActionItemRecord) => boolean) => items.filter(wanted).length
  return {
    all: items.length,
    open: count(({ status }) => status === 'open'),
    overdue: count(({ status, dueOn }) => status === 'open' && dueOn < today),
    done: count(({ status }) => status === 'done'),
    dropped: count(({ status }) => status === 'dropped'),
  }
}
