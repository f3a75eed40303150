import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import type { CommitmentRecord } from './candidacy.ts'
import { missedReason } from './commitment-steps.ts'
import { findCredential } from './find-credential.ts'
import { loadCandidacy } from './load-candidacy.ts'
import { leads } from './may-steer.ts'

export type CommitmentOutcome = { text: string; evidence: string }

/**
 * The mentor, or the mentor lead for them, logs what came of the sponsor action, with what shows it (S-M9). Logged late, it takes
 * the suspension back. The same again changes nothing.
 * @throws DomainError `NotFound` (also somebody else's), `NotPossibleNow` (nothing committed yet), `AlreadyDecided`, `InvalidInput`
 */
export const logCommitmentOutcome = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  candidacyId: string,
  { text, evidence }: CommitmentOutcome,
): Promise<CommitmentRecord> =>
  whileStale(async () => {
    const scope = { tenantId: actor.tenantId, scope: programId }
    const candidacy = await loadCandidacy(store, { tenantId: actor.tenantId, programId, candidacyId })
    if (candidacy.personId !== actor.personId && !leads(actor, candidacy)) {
      throw new DomainError('NotFound', `There is no candidacy "${candidacyId}" that you can see in this program.`)
    }
    const empty = Object.entries({ text, evidence }).filter(([, value]) => value.trim() === '')
    if (empty.length > 0) {
      const problems = empty.map(([field]) => ({ field, problem: 'Is empty.' }))
      throw new DomainError('InvalidInput', 'An outcome needs what came of it and what shows it.', { problems })
    }
    const commitment = await store.get('commitment', scope, candidacyId)
    if (!commitment) throw new DomainError('NotPossibleNow', 'No sponsor action is committed in this candidacy yet.')
    const known = commitment.outcome
    if (known?.text === text && known.evidence === evidence) return commitment
    if (known) throw new DomainError('AlreadyDecided', `The outcome was logged on ${known.at}; it cannot be changed.`)
    const record: CommitmentRecord = { ...commitment, outcome: { text, evidence, at: now, by: actor.personId } }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    const changes: Change[] = [{ kind: 'commitment', record, expect: commitment.version }]
    const events: NewEvent[] = [{ type: 'commitment.changed', ...about, candidacyId, what: 'logged' }]
    const { personId, service } = candidacy
    const credential = await findCredential(store, actor.tenantId, service, personId)
    const missed = credential?.candidacyId === candidacyId && credential.because === missedReason
    if (missed && credential.status === 'suspended') {
      const { because: _, ...rest } = credential
      changes.push({ kind: 'credential', record: { ...rest, status: 'valid' }, expect: credential.version })
      events.push({ type: 'credential.changed', ...about, personId, service, status: 'valid' })
    }
    await store.commit(changes, events)
    return { ...record, version: commitment.version + 1 }
  })
