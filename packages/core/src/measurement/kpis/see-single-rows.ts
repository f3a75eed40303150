import { DomainError } from '../../errors.ts'
import type { Actor } from '../../program/actor.ts'
import { may } from '../../program/authority.ts'

/**
 * Figures of single engagements are about single people: only those who run the program and the leads see them; sponsors, finance, HR
 * and the like see aggregates (domain §1).
 * @throws DomainError `NotAllowed`
 */
export const demandSingleRows = ({ roles }: Actor): void => {
  if (may('steer engagements', roles)) return
  throw new DomainError(
    'NotAllowed',
    'Figures of single engagements are for those who run the program and the leads of coaches and mentors. Read the figures of the program or of a cohort.',
  )
}
