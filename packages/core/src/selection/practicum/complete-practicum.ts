import type { Actor, Work } from '../../program/actor.ts'
import { demandAll } from '../rule-result.ts'
import { demandGuide } from '../supervision/coaches.ts'
import { demandIndependence } from '../supervision/supervision-conflict.ts'
import { changePracticum } from './change-practicum.ts'
import type { PracticumRecord } from './practicum-record.ts'
import { checkPracticum } from './practicum-rule.ts'
import { raised } from './promote.ts'
import { loadInternalCoach } from './start-practicum.ts'

/**
 * Completes a practicum and makes the coach a certified internal coach (§4). Completed again, nothing changes.
 * @param lateBecause why it took longer than 12 weeks, when it did
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` naming everything that is missing
 */
export const completePracticum = (
  work: Work,
  actor: Actor,
  programId: string,
  personId: string,
  lateBecause?: string,
): Promise<PracticumRecord> =>
  changePracticum(work, actor, programId, personId, async (practicum, { zone }) => {
    demandGuide(actor, 'coach')
    await demandIndependence(work.store, actor, practicum.id)
    if (practicum.status === 'completed') return undefined
    const { now, store } = work
    demandAll(checkPracticum(practicum, { now, zone, lateBecause }), 'The practicum is not complete.')
    const credential = await loadInternalCoach(store, actor.tenantId, practicum.id)
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId, personId: practicum.id }
    const raise =
      credential.level === 'coach in training' ? raised(credential, 'certified internal coach', about) : undefined
    return {
      practicum: {
        ...practicum,
        status: 'completed',
        completedAt: now,
        completedBy: actor.personId,
        ...(lateBecause !== undefined && { lateBecause }),
      },
      alongside: raise ? [raise.change] : [],
      events: [{ type: 'practicum.changed', ...about, what: 'completed' }, ...(raise ? [raise.event] : [])],
    }
  })
