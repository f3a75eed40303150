import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Change, Store } from '../ports.ts'
import { type Actor, platform, type Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { cancelOpenTasks } from './advance-round.ts'
import type { CandidacyRecord } from './candidacy.ts'
import { type CandidacyRef, demandOpen, loadCandidacy } from './load-candidacy.ts'
import { demandLead, leads } from './may-steer.ts'
import { findStep } from './paths/paths.ts'

type Closing = { status: 'appointed' | 'rejected' | 'withdrawn'; reasons?: string[]; by: string; now: string }

/** What ends a candidacy, to be committed at once: its record, its open tasks, its event. */
export const closing = async (
  store: Store,
  candidacy: CandidacyRecord,
  { status, reasons, by, now }: Closing,
): Promise<{ closed: CandidacyRecord; changes: Change[]; events: NewEvent[] }> => {
  const { tenantId, scope: programId, id: candidacyId } = candidacy
  const scope = { tenantId, scope: programId }
  const rules = new Set(candidacy.rounds.map(({ step }) => findStep(candidacy.path, step).rule))
  const cancelled = await Promise.all(
    [...rules].map((rule) => cancelOpenTasks(store, scope, `${rule}.${candidacyId}.`)),
  )
  const closed: CandidacyRecord = { ...candidacy, status, closedAt: now, ...(reasons && { reasons }) }
  return {
    closed,
    changes: [{ kind: 'candidacy', record: closed, expect: candidacy.version }, ...cancelled.flat()],
    events: [{ type: 'candidacy.closed', tenantId, programId, at: now, by, candidacyId, status }],
  }
}

/**
 * The candidate withdraws, or the lead withdraws the candidacy. What was answered stays on record; the same again changes nothing.
 * @throws DomainError `NotFound` (also somebody else's), `AlreadyDecided` (appointed, rejected)
 */
export const withdrawCandidacy = (
  work: Work,
  actor: Actor,
  programId: string,
  candidacyId: string,
  reason: string,
): Promise<CandidacyRecord> =>
  whileStale(async () => {
    const candidacy = await loadCandidacy(work.store, { tenantId: actor.tenantId, programId, candidacyId })
    if (candidacy.personId !== actor.personId && !leads(actor, candidacy)) {
      throw new DomainError('NotFound', `There is no candidacy "${candidacyId}" that you can see in this program.`)
    }
    return close(work, candidacy, { status: 'withdrawn', reasons: [reason], by: actor.personId, now: work.now })
  })

/**
 * A lead turns the candidate down, whatever step they are at. The reasons are kept.
 * @throws DomainError `NotFound`, `NotAllowed` (no lead of this path; a conflict of interest), `AlreadyDecided`
 */
export const turnDownCandidacy = (
  work: Work,
  actor: Actor,
  programId: string,
  candidacyId: string,
  reasons: string[],
): Promise<CandidacyRecord> =>
  whileStale(async () => {
    const candidacy = await loadCandidacy(work.store, { tenantId: actor.tenantId, programId, candidacyId })
    await demandLead(work.store, actor, candidacy)
    if (reasons.length === 0) {
      const problems = [
        { field: 'reasons', problem: 'Give at least one reason; it is kept and told to the candidate.' },
      ]
      throw new DomainError('InvalidInput', 'The candidate cannot be turned down without a reason.', { problems })
    }
    return close(work, candidacy, { status: 'rejected', reasons, by: actor.personId, now: work.now })
  })

const close = async ({ store }: Work, candidacy: CandidacyRecord, how: Closing): Promise<CandidacyRecord> => {
  if (candidacy.status === how.status) return candidacy
  if (candidacy.status !== 'open') {
    throw new DomainError('AlreadyDecided', `The candidacy was ${candidacy.status} on ${candidacy.closedAt}.`)
  }
  const { closed, changes, events } = await closing(store, candidacy, how)
  await store.commit(changes, events)
  return { ...closed, version: candidacy.version + 1 }
}

/** Somebody or the program has left: an open candidacy ends. Repeatable. */
export const withdrawByItself = (work: Pick<Work, 'store' | 'now'>, ref: CandidacyRef, reason: string): Promise<void> =>
  whileStale(async () => {
    const candidacy = await loadCandidacy(work.store, ref)
    if (candidacy.status !== 'open') return
    const how = { status: 'withdrawn' as const, reasons: [reason], by: platform, now: work.now }
    const { changes, events } = await closing(work.store, candidacy, how)
    await work.store.commit(changes, events)
  })

/**
 * The machine's last step after a rejection: closes the candidacy with the reasons of its steps. Repeatable.
 * @throws DomainError `CandidacyOver`
 */
export const rejectCandidate = ({ store, now }: Work, ref: CandidacyRef): Promise<void> =>
  whileStale(async () => {
    const candidacy = await loadCandidacy(store, ref)
    if (candidacy.status === 'rejected') return
    demandOpen(candidacy)
    const reasons = candidacy.rounds.flatMap(({ status, reasons: why }) => (status === 'rejected' && why) || [])
    const { changes, events } = await closing(store, candidacy, { status: 'rejected', reasons, by: platform, now })
    await store.commit(changes, events)
  })
