import type { Workflows } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { type CandidacyRef, demandOpen, loadCandidacy } from './load-candidacy.ts'
import { isHoldOver, lastRound, withRound } from './step-rounds.ts'

/**
 * A step is on hold: keeps the token of the waiting state on the server. A hold that ended meanwhile is answered at once; otherwise
 * it ends when the lead resumes it, or by the state's own time.
 * @throws DomainError `CandidacyOver`
 */
export const holdStep = async (
  { store, now }: Work,
  workflows: Workflows,
  ref: CandidacyRef,
  stepName: string,
  holdToken: string,
): Promise<void> => {
  const over = await whileStale(async () => {
    const candidacy = await loadCandidacy(store, ref)
    demandOpen(candidacy)
    const round = lastRound(candidacy, stepName)!
    if (round.status !== 'on hold' || isHoldOver(round, now)) return true
    const record = withRound(candidacy, { ...round, holdToken })
    await store.commit([{ kind: 'candidacy', record, expect: candidacy.version }])
    return false
  })
  if (over) await workflows.answer(holdToken, { outcome: 'again' })
}
