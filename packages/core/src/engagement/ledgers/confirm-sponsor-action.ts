import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { changeSponsorAction } from './change-sponsor-action.ts'
import type { SponsorActionRecord } from './sponsor-action.ts'

/**
 * The mentee confirms that a sponsor action was done for them (E4). Confirmed before, nothing changes.
 * @throws DomainError `NotFound`, `NotAllowed` (the mentor: nobody confirms their own), `NotPossibleNow` (not done yet)
 */
export const confirmSponsorAction = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sponsorActionId: string,
): Promise<SponsorActionRecord> =>
  changeSponsorAction({ store, now }, actor, programId, sponsorActionId, 'participant', (known) => {
    if (known.status === 'confirmed') return undefined
    if (known.status !== 'done') {
      throw new DomainError('NotPossibleNow', 'Your mentor has not said yet that it is done, and what shows it.')
    }
    return { ...known, status: 'confirmed', confirmedAt: now }
  })
