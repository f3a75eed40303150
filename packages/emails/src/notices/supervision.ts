import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { readCapacityPlan } from '@pilotgate/core/matching/read-capacity-plan'
import type { Role } from '@pilotgate/core/program/roles'
import { latestReview } from '@pilotgate/core/selection/practicum/practicum-rule'
import type { FollowUp } from '@pilotgate/core/selection/supervision/follow-up'
import { loadReviews } from '@pilotgate/core/selection/supervision/load-reviews'
import type { ReviewRecord } from '@pilotgate/core/selection/supervision/review-record'
import { membersOf, scopeOf } from './candidacy-ground.ts'
import { type EventOf, type Ground, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

const supervisionPage = (ground: Ground): string => `${pages.program(ground)}/supervision`
const reviewPage = (ground: Ground, { id }: ReviewRecord): string => `${pages.program(ground)}/reviews/${id}`

/** Coaches were drawn for review (Q2): the supervisors, and who else reviews one of them. Nothing once all reviews were held. */
export const reviewsSampled = async (ground: Ground, event: EventOf<'supervision.sampled'>): Promise<Notice[]> => {
  const all = await loadReviews(ground.store, scopeOf(ground), event.quarter)
  const open = all.filter(({ held }) => held === undefined)
  const [first] = open
  if (!first) return []
  const reviewers = open.flatMap(({ reviewerId }) => reviewerId ?? [])
  const to = [...inRoles(ground, 'supervisor'), ...membersOf(ground, ...reviewers)]
  const people = await peopleOf(ground, to, [...reviewers, ...open.map(({ personId }) => personId)])
  return notices(ground, 'reviews-sampled', `Q2.${event.quarter}.reviews-sampled`, {
    to,
    people,
    data: ({ id }) => ({
      quarter: event.quarter,
      own: open
        .filter(({ reviewerId }) => reviewerId === id)
        .map((review) => ({ coachName: nameOf(people, review.personId), href: reviewPage(ground, review) })),
      others: open
        .filter(({ reviewerId }) => reviewerId !== id)
        .map(({ personId, reviewerId }) => ({
          coachName: nameOf(people, personId),
          ...(reviewerId && { reviewerName: nameOf(people, reviewerId) }),
        })),
      dueAt: first.dueAt,
      href: supervisionPage(ground),
    }),
  })
}

/** What follows a review is late: the reviewer and the coach lead; never the coach. Nothing once it is there. */
export const reviewLate = async (ground: Ground, event: EventOf<'supervision.late'>): Promise<Notice[]> => {
  const late = await lateReview(ground, event)
  if (!late || late.followUp[event.what]) return []
  const { personId, reviewerId, heldAt, followUp, href } = late
  const leads = inRoles(ground, 'coach lead').filter(({ id }) => id !== personId)
  const to = [...membersOf(ground, reviewerId), ...leads]
  const people = await peopleOf(ground, to, [personId, reviewerId])
  return notices(ground, 'review-late', `Q2.${event.reviewId}.${heldAt}.${event.what}-late`, {
    to,
    people,
    data: ({ id }) => ({
      ...(id !== reviewerId && { reviewerName: nameOf(people, reviewerId) }),
      coachName: nameOf(people, personId),
      late: event.what,
      heldAt,
      dueAt: event.what === 'feedback' ? followUp.feedbackDueAt : followUp.supervisionDueAt,
      href,
    }),
  })
}

type HeldReview = { personId: string; reviewerId: string; heldAt: string; followUp: FollowUp; href: string }

/** The review that the event speaks of: one of a quarter, or the latest of its kind in a practicum (`practicum-final.PERSON`). */
const lateReview = async (
  ground: Ground,
  { reviewId }: EventOf<'supervision.late'>,
): Promise<HeldReview | undefined> => {
  const [, kind, personId] = /^practicum-(midpoint|final)\.(.+)$/.exec(reviewId) ?? []
  if (kind && personId) {
    const practicum = await ground.store.get('practicum', scopeOf(ground), personId)
    const review = practicum && latestReview(practicum, kind as 'midpoint' | 'final')
    if (!review) return undefined
    const { supervisorId, heldAt, followUp } = review
    return {
      personId,
      reviewerId: supervisorId,
      heldAt,
      followUp,
      href: `${pages.program(ground)}/practicums/${personId}`,
    }
  }
  const review = await ground.store.get('review', scopeOf(ground), reviewId)
  if (!review?.held || !review.followUp) return undefined
  const { held, followUp } = review
  return {
    personId: review.personId,
    reviewerId: held.by,
    heldAt: held.heldAt,
    followUp,
    href: reviewPage(ground, review),
  }
}

/** The quarterly calibration of mentors is due (Q6): the mentor lead and the supervisors. Nothing once it was held. */
export const calibrationDue = async (ground: Ground, event: EventOf<'calibration.due'>): Promise<Notice[]> => {
  const calibration = await ground.store.get('calibration', scopeOf(ground), event.quarter)
  if (!calibration || calibration.held) return []
  const to = inRoles(ground, 'mentor lead', 'supervisor')
  return notices(ground, 'calibration-due', `Q6.${event.quarter}.calibration-due`, {
    to,
    people: await peopleOf(ground, to),
    data: () => ({ quarter: event.quarter, dueAt: calibration.dueAt, href: supervisionPage(ground) }),
  })
}

/** A pool is outside of its target (C): the program owner and the leads of the services. Nothing once it is back inside. */
export const poolAlerted = async (ground: Ground, event: EventOf<'pool.alert'>): Promise<Notice[]> => {
  const { store, program } = ground
  const { lines } = await readCapacityPlan({ store, now: event.at }, program.tenantId, program.id, 1)
  const pools = lines.flatMap(({ service, status, words }) =>
    status !== 'enough' && event.services.includes(service) ? [{ service, status, words }] : [],
  )
  if (pools.length === 0) return []
  const leads = pools.map(({ service }): Role => `${service} lead`)
  const to = inRoles(ground, 'program owner', ...leads)
  return notices(ground, 'pool-alert', `selection.${event.week}.pool-alert`, {
    to,
    people: await peopleOf(ground, to),
    data: () => ({ pools, href: `${pages.program(ground)}/capacity` }),
  })
}
