import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { demandGuide } from '../supervision/coaches.ts'
import {
  dueAfter,
  type FollowUp,
  pastInstant,
  type SupervisionHeld,
  withFeedback,
  withSupervision,
} from '../supervision/follow-up.ts'
import { demandIndependence } from '../supervision/supervision-conflict.ts'
import { changePracticum, demandOpen } from './change-practicum.ts'
import type { PracticumRecord, PracticumReviewInput } from './practicum-record.ts'
import { latestReview } from './practicum-rule.ts'

type Review = PracticumRecord['reviews'][number]

const told = ({ heldAt, ratings, findings, outcome }: PracticumReviewInput) =>
  JSON.stringify([new Date(heldAt).toISOString(), Object.entries(ratings).sort(), findings, outcome])

/**
 * A supervisor records the midpoint calibration or the final observed review (§4). The final one comes after a passed midpoint;
 * what was passed is not held again. Feedback is then due in 48 hours, a 1:1 supervision in a week.
 * @throws DomainError `NotFound`, `NotAllowed` (own, manager, report), `NotPossibleNow`, `AlreadyDecided` (passed),
 *   `InvalidInput` naming `heldAt`
 */
export const reviewPracticum = (
  work: Work,
  actor: Actor,
  programId: string,
  personId: string,
  input: PracticumReviewInput,
): Promise<PracticumRecord> =>
  changePracticum(work, actor, programId, personId, async (practicum, { zone }) => {
    demandGuide(actor, 'coach')
    await demandIndependence(work.store, actor, practicum.id)
    const latest = latestReview(practicum, input.review)
    if (latest && latest.supervisorId === actor.personId && told(latest) === told(input)) return undefined
    demandOpen(practicum)
    if (latest?.outcome === 'pass') throw new DomainError('AlreadyDecided', 'This review was passed already.')
    const midpoint = latestReview(practicum, 'midpoint')
    if (input.review === 'final' && midpoint?.outcome !== 'pass') {
      throw new DomainError('NotPossibleNow', 'The midpoint calibration has to be passed before the final review.')
    }
    const earliest = (latest ?? (input.review === 'final' ? midpoint : undefined))?.heldAt ?? practicum.startedAt
    const heldAt = pastInstant('heldAt', input.heldAt, earliest, work.now)
    const review: Review = { ...input, heldAt, supervisorId: actor.personId, followUp: dueAfter(heldAt, zone) }
    const about = { tenantId: actor.tenantId, programId, at: work.now, by: actor.personId, personId: practicum.id }
    return {
      practicum: { ...practicum, reviews: [...practicum.reviews, review] },
      events: [{ type: 'practicum.changed', ...about, what: 'reviewed' }],
    }
  })

/** What of a review follows up on it, whether or not the practicum is over meanwhile. */
const followReview = (
  work: Work,
  actor: Actor,
  programId: string,
  personId: string,
  kind: Review['review'],
  change: (review: Review) => FollowUp | undefined,
): Promise<PracticumRecord> =>
  changePracticum(work, actor, programId, personId, async (practicum) => {
    demandGuide(actor, 'coach')
    await demandIndependence(work.store, actor, practicum.id)
    const latest = latestReview(practicum, kind)
    if (!latest) throw new DomainError('NotPossibleNow', 'This review was not held yet. Record it first.')
    const followUp = change(latest)
    if (!followUp) return undefined
    const reviews = practicum.reviews.map((each) => (each === latest ? { ...each, followUp } : each))
    return { practicum: { ...practicum, reviews } }
  })

/**
 * Gives the written feedback on the latest review of a kind, once.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (not held), `AlreadyDecided` (given otherwise)
 */
export const givePracticumFeedback = (
  work: Work,
  actor: Actor,
  programId: string,
  personId: string,
  { review, text }: { review: Review['review']; text: string },
): Promise<PracticumRecord> =>
  followReview(work, actor, programId, personId, review, ({ followUp }) =>
    withFeedback(followUp, text, actor.personId, work.now),
  )

/**
 * Records that the 1:1 supervision after the latest review of a kind was held, once.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (not held), `AlreadyDecided`, `InvalidInput` naming `heldAt`
 */
export const holdPracticumSupervision = (
  work: Work,
  actor: Actor,
  programId: string,
  personId: string,
  { review, ...held }: SupervisionHeld & { review: Review['review'] },
): Promise<PracticumRecord> =>
  followReview(work, actor, programId, personId, review, ({ followUp, heldAt }) =>
    withSupervision(followUp, heldAt, held, actor.personId, work.now),
  )
