import type { Store } from '../../ports.ts'
import type { Work } from '../../program/actor.ts'
import { allOf, loadPeople } from '../../program/load.ts'
import type { Person } from '../../program/person.ts'
import { whileStale } from '../../program/while-stale.ts'
import { scopeOf } from '../load-engagement.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import { type InvitationRecord, invitationIdOf, mailIdStart, type SessionRef } from './invitation-record.ts'
import { keepUid, uidOf } from './session-uid.ts'

/** What one person's calendar is told about a session. */
export type Invitation = {
  session: SessionRecord
  method: InvitationRecord['method']
  uid: string
  to: Person
  /** Whom they meet. */
  partner: Person | undefined
  /** Everybody whose calendar has the session, `to` among them. */
  attendees: Person[]
  /** Their calendar has it already. */
  known: boolean
}

/** Mails an invitation at most once, however often it is asked to (F7). @throws DomainError `Unavailable` */
export type Post = (invitation: Invitation) => Promise<'sent' | 'sent before' | 'refused' | 'unknown'>

/**
 * Tells the calendars of a pair how their session stands now (E9), whatever the message was written about: a REQUEST while it is scheduled,
 * a CANCEL once it is cancelled, nothing once it was held or missed. Who was told this SEQUENCE already is left alone. Repeatable.
 *
 * Invited are people with an active part in the program; agents have no calendar (I6). A CANCEL goes to whoever was invited, also when
 * they have left.
 * @throws DomainError `Unavailable` when somebody could not be told: nothing later about this session may be sent before
 */
export const sendInvitations = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  ref: SessionRef,
  { domain, post }: { domain: string; post: Post },
): Promise<void> => {
  const session = await store.get('session', scopeOf(ref), ref.sessionId)
  const method = session && methodFor[session.status]
  if (!session || !method) return
  const ownUid = await uidOf(session, domain)
  const { attendees, told, pair } = await concerned(store, session, method)
  // A calendar knows the session by what it was told first.
  const uidFor = ({ id }: Person) => told.get(id)?.uid ?? ownUid
  if (method === 'REQUEST') for (const uid of new Set(attendees.map(uidFor))) await keepUid(store, uid, ref)
  const tell = async (to: Person) => {
    const before = told.get(to.id)
    if (before && before.sequence >= session.sequence) return
    const uid = uidFor(to)
    const outcome = await post({
      ...{ session, method, uid, to, attendees },
      partner: pair.find(({ id }) => id !== to.id),
      known: before?.sentAt !== undefined,
    })
    await keep(store, { session, method, uid, personId: to.id, now }, outcome === 'sent before' ? 'sent' : outcome)
  }
  // The other one is told, whatever becomes of the first.
  const failed = (await Promise.allSettled(attendees.map(tell))).find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}

const methodFor: Partial<Record<SessionRecord['status'], InvitationRecord['method']>> = {
  scheduled: 'REQUEST',
  cancelled: 'CANCEL',
}

/** Whose calendars a session is for, and what they were told before. */
const concerned = async (store: Store, session: SessionRecord, method: InvitationRecord['method']) => {
  const { tenantId, scope } = session
  const engagement = await store.get('engagement', { tenantId, scope }, session.engagementId)
  const both = engagement ? [engagement.participantId, engagement.providerId] : []
  const [rows, members, people, requests] = await Promise.all([
    readInvitations(store, session, both),
    store.getMany('member', { tenantId, scope }, both),
    loadPeople(store, tenantId, both),
    // Asked of the mail ledger: whoever was mailed before we were cut off has no row here yet.
    method === 'CANCEL' ? allOf(store, 'mail', { tenantId, scope }, mailIdStart(session.id, 'REQUEST')) : [],
  ])
  const told = new Map(rows.map((row) => [row.personId, row]))
  const wanted = (id: string) => {
    if (method === 'CANCEL') return requests.some((mail) => mail.personId === id && mail.status !== 'refused')
    const member = members.find((each) => each.id === id)
    return member?.status === 'active' && member.learnerKind === 'person'
  }
  const pair = both.flatMap((id) => people.get(id) ?? [])
  return { pair, attendees: pair.filter(({ id }) => wanted(id)), told }
}

/** What the calendars of these people were told of a session. */
export const readInvitations = (
  store: Store,
  { tenantId, scope, id }: Pick<SessionRecord, 'tenantId' | 'scope' | 'id'>,
  personIds: string[],
): Promise<InvitationRecord[]> =>
  store.getMany(
    'invitation',
    { tenantId, scope },
    personIds.map((personId) => invitationIdOf(id, personId)),
  )

type Told = Pick<InvitationRecord, 'method' | 'uid' | 'personId'> & { session: SessionRecord; now: string }

/** Writes down what somebody's calendar was told. An answer to what it was told before counts no longer. */
const keep = (
  store: Store,
  { session, method, uid, personId, now }: Told,
  status: InvitationRecord['status'],
): Promise<void> =>
  whileStale(async () => {
    const { tenantId, scope, id: sessionId, sequence } = session
    const id = invitationIdOf(sessionId, personId)
    const known = await store.get('invitation', { tenantId, scope }, id)
    const sentAt = status === 'refused' ? known?.sentAt : now
    const record: InvitationRecord = {
      ...{ tenantId, scope, id, version: known?.version ?? 0, sessionId, personId, uid: known?.uid ?? uid },
      ...{ method, sequence, status, sentAt },
    }
    await store.commit([{ kind: 'invitation', record, expect: record.version }])
  })
