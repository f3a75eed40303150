import type { Vault } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOwnSession } from './change-session.ts'
import { sessionNotes } from './session-record.ts'
import { type OpenNotes, sealOf } from './write-notes.ts'

/**
 * The notes of a session for one of the pair, also after the engagement has ended; that they were read is told, not what they say (P5).
 * @throws DomainError `NotFound` (also for everybody outside of the pair, whatever their role, and once the participant's texts were
 *   erased), `Unavailable`
 */
export const readNotes = async (
  { store, now, vault }: Pick<Work, 'store' | 'now'> & { vault: Vault },
  actor: Actor,
  programId: string,
  sessionId: string,
): Promise<OpenNotes> => {
  const { engagement, session } = await loadOwnSession(store, actor, programId, sessionId)
  const { tenantId, scope } = session
  const known = await store.get('sessionNote', { tenantId, scope }, sessionId)
  if (!known) return { ...sessionNotes.parse({}), sessionId, version: 0 }
  const text = await vault.open(...sealOf(engagement, session), known.sealed)
  await store.commit([], [{ type: 'notes.read', tenantId, programId, at: now, by: actor.personId, sessionId }])
  const { version, by, at } = known
  return { ...sessionNotes.parse(JSON.parse(text)), sessionId, version, by, at }
}
