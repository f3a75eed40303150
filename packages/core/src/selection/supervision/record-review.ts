import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { findCredential } from '../find-credential.ts'
import {
  dueAfter,
  type FollowUp,
  invalid,
  pastInstant,
  type SupervisionHeld,
  withFeedback,
  withSupervision,
} from './follow-up.ts'
import { startOfQuarter } from './quarter.ts'
import type { ReviewInput, ReviewRecord } from './review-record.ts'
import { demandIndependence } from './supervision-conflict.ts'

type Held = NonNullable<ReviewRecord['held']>
type Changed = { review: ReviewRecord; alongside?: Change[]; events?: NewEvent[] }

/** Loads a review for somebody who may hold it, changes it and writes it. `undefined` means that it is as asked already. */
const changeReview = (
  { store }: Work,
  actor: Actor,
  programId: string,
  reviewId: string,
  change: (review: ReviewRecord, program: Program) => Promise<Changed | undefined> | Changed | undefined,
): Promise<ReviewRecord> =>
  whileStale(async () => {
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const known = await store.get('review', { tenantId: actor.tenantId, scope: programId }, reviewId)
    if (!known) throw new DomainError('NotFound', `There is no review "${reviewId}" in this program.`)
    await demandIndependence(store, actor, known.personId)
    const leads = actor.roles.includes('coach lead') || actor.roles.includes('program owner')
    if (known.reviewerId !== actor.personId && !leads) {
      throw new DomainError('NotAllowed', 'This review is assigned to somebody else. A coach lead may step in.')
    }
    const changed = await change(known, program)
    if (!changed) return known
    const { review, alongside = [], events = [] } = changed
    await store.commit([{ kind: 'review', record: review, expect: known.version }, ...alongside], events)
    return { ...review, version: known.version + 1 }
  })

const comparable = ({ mode, heldAt, ratings, drift, findings, outcome }: ReviewInput) =>
  JSON.stringify([mode, heldAt, Object.entries(ratings).sort(), drift, findings, outcome])

const demandConsistent = ({ drift, outcome }: ReviewInput): void => {
  if (outcome === 'fine' && drift.length > 0) {
    throw invalid('outcome', 'Is "fine" although drift was seen. Choose "drift", or leave `drift` empty.')
  }
  if (outcome !== 'fine' && drift.length === 0) throw invalid('drift', `Name the drift that makes it "${outcome}".`)
  if (new Set(drift).size < drift.length) throw invalid('drift', 'Names the same drift twice.')
}

/**
 * The reviewer records the review of a coach's session (Q2); the coach lead or program owner may step in. Feedback is due in 48
 * hours, a 1:1 supervision in a week. The outcome "suspend" suspends the credential. Recorded again, nothing changes.
 * @throws DomainError `NotFound`, `NotAllowed` (assigned to another, conflict of interest), `AlreadyDecided`, `NotPossibleNow`,
 *   `InvalidInput` naming `heldAt`, `outcome` or `drift`
 */
export const recordReview = (
  work: Work,
  actor: Actor,
  programId: string,
  reviewId: string,
  input: ReviewInput,
): Promise<ReviewRecord> =>
  changeReview(work, actor, programId, reviewId, async (review, { zone }) => {
    const { now, store } = work
    demandConsistent(input)
    const heldAt = pastInstant('heldAt', input.heldAt, startOfQuarter(review.quarter, zone), now)
    const held: Held = { ...input, heldAt, by: actor.personId, at: now }
    if (review.held && comparable(review.held) === comparable(held)) return undefined
    if (review.held) throw new DomainError('AlreadyDecided', 'This review was recorded already; it cannot be changed.')
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    return {
      review: { ...review, reviewerId: actor.personId, held, followUp: dueAfter(heldAt, zone) },
      ...(held.outcome === 'suspend' && (await suspended(store, review, held, about))),
    }
  })

const suspended = async (
  store: Store,
  { personId, quarter }: ReviewRecord,
  { drift }: Held,
  about: { tenantId: string; programId: string; at: string; by: string },
): Promise<Pick<Changed, 'alongside' | 'events'>> => {
  const credential = await findCredential(store, about.tenantId, 'coach', personId)
  if (credential?.status !== 'valid') return {}
  const because = `The review of ${quarter} found: ${drift.join(', ')}.`
  const record = { ...credential, status: 'suspended' as const, because }
  return {
    alongside: [{ kind: 'credential', record, expect: credential.version }],
    events: [{ type: 'credential.changed', ...about, personId, service: 'coach', status: 'suspended' }],
  }
}

const followReview = (
  work: Work,
  actor: Actor,
  programId: string,
  reviewId: string,
  change: (followUp: FollowUp, held: Held) => FollowUp | undefined,
): Promise<ReviewRecord> =>
  changeReview(work, actor, programId, reviewId, (review) => {
    if (!review.held || !review.followUp) {
      throw new DomainError('NotPossibleNow', 'This review was not held yet. Record it first.')
    }
    const followUp = change(review.followUp, review.held)
    return followUp && { review: { ...review, followUp } }
  })

/**
 * Gives the written feedback on a review, once.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (not held), `AlreadyDecided` (given otherwise)
 */
export const giveReviewFeedback = (
  work: Work,
  actor: Actor,
  programId: string,
  reviewId: string,
  text: string,
): Promise<ReviewRecord> =>
  followReview(work, actor, programId, reviewId, (followUp) => withFeedback(followUp, text, actor.personId, work.now))

/**
 * Records that the 1:1 supervision after a review was held, once.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (not held), `AlreadyDecided`, `InvalidInput` naming `heldAt`
 */
export const holdReviewSupervision = (
  work: Work,
  actor: Actor,
  programId: string,
  reviewId: string,
  session: SupervisionHeld,
): Promise<ReviewRecord> =>
  followReview(work, actor, programId, reviewId, (followUp, { heldAt }) =>
    withSupervision(followUp, heldAt, session, actor.personId, work.now),
  )
