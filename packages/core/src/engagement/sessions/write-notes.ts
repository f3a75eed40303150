import { DomainError } from '../../errors.ts'
import type { Subject, Vault } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { demandGoingOn } from '../load-engagement.ts'
import { loadOwnSession } from './change-session.ts'
import type { SessionNoteRecord, SessionNotes, SessionRecord } from './session-record.ts'

/** Whose key the notes of a session are sealed with, and which record they are bound to (P2). */
export const sealOf = (
  { participantId }: EngagementRecord,
  { tenantId, scope, id }: SessionRecord,
): [subject: Subject, about: string] => [
  { tenantId, personId: participantId },
  `${tenantId}/${scope}/sessionNote/${id}`,
]

/** Notes as one of the pair reads them; `version` is 0 as long as there are none. */
export type OpenNotes = SessionNotes & { sessionId: string; version: number; by?: string; at?: string }

/**
 * One of the pair writes the notes of a session over the version they read (0: there are none yet). They are sealed before they are
 * stored and told to nobody (P2).
 * @throws DomainError `NotFound` (also for everybody outside of the pair, whatever their role), `StaleVersion` (the other one wrote
 *   meanwhile), `NotPossibleNow` (cancelled; engagement or program over), `Unavailable`
 */
export const writeNotes = async (
  { store, now, vault }: Pick<Work, 'store' | 'now'> & { vault: Vault },
  actor: Actor,
  programId: string,
  sessionId: string,
  expected: number,
  notes: SessionNotes,
): Promise<OpenNotes> => {
  await loadOpenProgram(store, actor.tenantId, programId)
  const { engagement, session } = await loadOwnSession(store, actor, programId, sessionId)
  demandGoingOn(engagement)
  if (session.status === 'cancelled') {
    throw new DomainError(
      'NotPossibleNow',
      'This session was cancelled. Write into the notes of the one that took its place.',
    )
  }
  const { tenantId, scope } = session
  const known = await store.get('sessionNote', { tenantId, scope }, sessionId)
  if ((known?.version ?? 0) !== expected) {
    throw new DomainError(
      'StaleVersion',
      'The other one of you wrote into these notes meanwhile. Read them again first.',
    )
  }
  const sealed = await vault.seal(...sealOf(engagement, session), JSON.stringify(notes))
  const by = actor.personId
  const record: SessionNoteRecord = { tenantId, scope, id: sessionId, version: expected, sealed, by, at: now }
  await store.commit([{ kind: 'sessionNote', record, expect: expected }])
  return { ...notes, sessionId, version: expected + 1, by, at: now }
}
