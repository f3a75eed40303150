import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import { changeSponsorAction } from './change-sponsor-action.ts'
import type { SponsorActionRecord } from './sponsor-action.ts'

/**
 * The mentor says that a sponsor action is done, with what shows it (E4); also late. The same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed` (the mentee), `InvalidInput` naming `evidence`, `AlreadyDecided` (the mentee has confirmed
 *   other evidence), `NotPossibleNow`
 */
export const logSponsorAction = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sponsorActionId: string,
  evidence: string,
): Promise<SponsorActionRecord> =>
  changeSponsorAction({ store, now }, actor, programId, sponsorActionId, 'provider', (known) => {
    if (evidence.trim() === '') throw invalid('evidence', 'Is empty. Say what shows that it was done.')
    if (known.evidence === evidence) return undefined
    if (known.status === 'confirmed') {
      throw new DomainError('AlreadyDecided', 'Your mentee has confirmed this sponsor action; it cannot be changed.')
    }
    return { ...known, status: 'done', evidence, doneAt: known.doneAt ?? now }
  })
