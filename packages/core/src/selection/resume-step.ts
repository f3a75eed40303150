import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadOpenProgram } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import type { CandidacyRecord } from './candidacy.ts'
import { loadCandidacy } from './load-candidacy.ts'
import { demandLead } from './may-steer.ts'
import { selectionPaths } from './paths/paths.ts'
import { isHoldOver, lastRound, withRound } from './step-rounds.ts'

/**
 * The lead says that what was missing is there: the hold ends before its time and the step is asked again. The same again changes
 * nothing.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (not on hold; candidacy or program over)
 */
export const resumeStep = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  candidacyId: string,
  stepName: string,
): Promise<CandidacyRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const candidacy = await loadCandidacy(store, { tenantId: actor.tenantId, programId, candidacyId })
    await demandLead(store, actor, candidacy)
    const round = lastRound(candidacy, stepName)
    if (!round) {
      const { title } = selectionPaths[candidacy.path]
      throw new DomainError('NotFound', `The candidacy (${title}) has not come to a step "${stepName}".`)
    }
    if (candidacy.status !== 'open') {
      throw new DomainError('NotPossibleNow', `The candidacy was ${candidacy.status}; it does not go on.`)
    }
    if (round.status !== 'on hold') {
      throw new DomainError('NotPossibleNow', `This step is not on hold; it is ${round.status}.`)
    }
    if (isHoldOver(round, now)) return candidacy
    const record = withRound(candidacy, { ...round, until: now })
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit(
      [{ kind: 'candidacy', record, expect: candidacy.version }],
      [{ type: 'selection.resumed', ...about, candidacyId, step: stepName, round: round.round }],
    )
    return { ...record, version: candidacy.version + 1 }
  })
