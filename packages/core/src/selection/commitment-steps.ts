import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { findCredential } from './find-credential.ts'
import { type CandidacyRef, loadCandidacy, scopeOf } from './load-candidacy.ts'

/** Why a mentor is suspended whose sponsor action was not logged; logging it takes back a suspension for this reason only. */
export const missedReason = 'The outcome of the sponsor action was not logged in time (S-M9).'

/** Reminds a mentor of the sponsor action whose outcome is not logged yet. Once; repeatable. */
export const remindOfCommitment = ({ store, now }: Work, ref: CandidacyRef): Promise<void> =>
  whileStale(async () => {
    const commitment = await store.get('commitment', scopeOf(ref), ref.candidacyId)
    if (!commitment || commitment.outcome || commitment.remindedAt) return
    await store.commit(
      [{ kind: 'commitment', record: { ...commitment, remindedAt: now }, expect: commitment.version }],
      [{ type: 'commitment.changed', ...about(ref, now), candidacyId: ref.candidacyId, what: 'reminded' }],
    )
  })

/**
 * The day the outcome was due: a mentor who has not logged it is suspended from new matches until it is there (S-M9). Matches that
 * they have stay. Repeatable.
 */
export const checkCommitment = ({ store, now }: Work, ref: CandidacyRef): Promise<{ logged: boolean }> =>
  whileStale(async () => {
    const commitment = await store.get('commitment', scopeOf(ref), ref.candidacyId)
    if (!commitment || commitment.outcome) return { logged: true }
    if (commitment.missedAt) return { logged: false }
    const { personId, service } = await loadCandidacy(store, ref)
    const credential = await findCredential(store, ref.tenantId, service, personId)
    const changes: Change[] = [
      { kind: 'commitment', record: { ...commitment, missedAt: now }, expect: commitment.version },
    ]
    const missed = {
      type: 'commitment.changed',
      ...about(ref, now),
      candidacyId: ref.candidacyId,
      what: 'missed',
    } as const
    const events: NewEvent[] = [missed]
    if (credential?.status === 'valid' && credential.candidacyId === ref.candidacyId) {
      const record = { ...credential, status: 'suspended' as const, because: missedReason }
      changes.push({ kind: 'credential', record, expect: credential.version })
      events.push({ type: 'credential.changed', ...about(ref, now), personId, service, status: 'suspended' })
    }
    await store.commit(changes, events)
    return { logged: false }
  })

const about = ({ tenantId, programId }: CandidacyRef, now: string) => ({ tenantId, programId, at: now, by: platform })
