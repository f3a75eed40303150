import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { demandGuide, demandOwnOrGuide } from '../supervision/coaches.ts'
import { demandIndependence } from '../supervision/supervision-conflict.ts'
import { changePracticum, demandOpen } from './change-practicum.ts'
import { type CapstoneInput, capstoneInput, type PracticumRecord } from './practicum-record.ts'

const fields = Object.keys(capstoneInput.shape) as (keyof CapstoneInput)[]

/**
 * The coach hands in the capstone, or changes it; changed, it has to be accepted again.
 * @throws DomainError `NotFound`, `NotAllowed` (somebody else's), `NotPossibleNow` (completed)
 */
export const saveCapstone = (
  work: Work,
  actor: Actor,
  programId: string,
  of: string,
  capstone: CapstoneInput,
): Promise<PracticumRecord> =>
  changePracticum(work, actor, programId, of, (practicum) => {
    demandOwnOrGuide(actor, practicum.id, 'coach')
    if (fields.every((field) => practicum.capstone?.[field] === capstone[field])) return undefined
    demandOpen(practicum)
    return { practicum: { ...practicum, capstone } }
  })

/**
 * Somebody independent accepts the capstone: it is linked to a KPI, and the result is there.
 * @throws DomainError `NotFound`, `NotAllowed` (own, manager, report), `NotPossibleNow` (not handed in, completed)
 */
export const acceptCapstone = (
  work: Work,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<PracticumRecord> =>
  changePracticum(work, actor, programId, personId, async (practicum) => {
    demandGuide(actor, 'coach')
    await demandIndependence(work.store, actor, practicum.id)
    const { capstone } = practicum
    if (!capstone) throw new DomainError('NotPossibleNow', 'The capstone was not handed in yet.')
    if (capstone.acceptedBy) return undefined
    demandOpen(practicum)
    return {
      practicum: { ...practicum, capstone: { ...capstone, acceptedBy: actor.personId, acceptedAt: work.now } },
    }
  })
