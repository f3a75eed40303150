import type { Work } from '../../program/actor.ts'
import { loadPeople } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { scopeOf } from '../load-engagement.ts'
import type { InvitationRecord, Participation } from './invitation-record.ts'
import { readInvitations } from './send-invitations.ts'
import { sessionOf } from './session-uid.ts'

/** An answer to an invitation as it came by mail (RFC 5546 §3.2.3). `from` is the sender, who is known to be who they say. */
export type Answer = {
  uid: string
  from: string
  attendee: string
  sequence: number
  answer: Participation
  /** When it was given, by the clock of who answered. */
  at: string
}

export type AnswerTaken = 'taken' | 'known' | 'not ours' | 'not theirs' | 'outdated'

/**
 * Keeps what one of a pair answered to the invitation of a session (E9), if it is their own answer, and to what their calendar was told
 * last: of two answers to the same, the later one counts. Repeatable.
 * @returns what became of it; nothing of a stranger's mail is an error
 */
export const takeAnswer = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { uid, from, attendee, sequence, answer, at }: Answer,
): Promise<AnswerTaken> =>
  whileStale(async () => {
    const ref = await sessionOf(store, uid)
    const session = ref && (await store.get('session', scopeOf(ref), ref.sessionId))
    const engagement = session && (await store.get('engagement', scopeOf(ref), session.engagementId))
    if (!ref || !session || !engagement) return 'not ours'
    const { tenantId, programId, sessionId } = ref
    const both = [engagement.participantId, engagement.providerId]
    const people = await loadPeople(store, tenantId, both)
    const rows = await readInvitations(store, session, both)
    const isOwn = ({ personId }: InvitationRecord) => people.get(personId)?.email === from.toLowerCase()
    const row = rows.find((each) => each.uid === uid && isOwn(each))
    if (!row || attendee.toLowerCase() !== from.toLowerCase()) return 'not theirs'
    const { personId, reply } = row
    if (row.method !== 'REQUEST' || row.sequence !== sequence) return 'outdated'
    if (reply && Date.parse(at) < Date.parse(reply.at)) return 'outdated'
    const isNew = reply?.answer !== answer
    const told = { type: 'invitation.answered' as const, tenantId, programId, at: now, by: personId }
    await store.commit(
      [{ kind: 'invitation', record: { ...row, reply: { answer, sequence, at } }, expect: row.version }],
      isNew ? [{ ...told, sessionId, personId, answer, sequence }] : [],
    )
    return isNew ? 'taken' : 'known'
  })
