import type { NewEvent } from '../../events.ts'
import type { Change, Scope } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import type { PracticumRecord } from '../practicum/practicum-record.ts'
import { type FollowUp, overdueParts } from './follow-up.ts'
import type { ReviewRecord } from './review-record.ts'

/** Records told of in one transaction: each has a change and up to four events. */
const batch = 15

/** What of a follow-up is overdue and was not told of, and the follow-up as it is after that. */
const tell = (followUp: FollowUp, now: string) => {
  const what = overdueParts(followUp, now).filter((part) => !followUp.told.includes(part))
  return { what, followUp: what.length > 0 ? { ...followUp, told: [...followUp.told, ...what] } : followUp }
}

type Late = { change: Change; events: NewEvent[] }

const lateReview = (review: ReviewRecord, now: string): Late | undefined => {
  if (!review.followUp) return undefined
  const { what, followUp } = tell(review.followUp, now)
  if (what.length === 0) return undefined
  return {
    change: { kind: 'review', record: { ...review, followUp }, expect: review.version },
    events: what.map((each) => event(review, review.id, each, now)),
  }
}

const latePracticum = (practicum: PracticumRecord, now: string): Late | undefined => {
  const told = practicum.reviews.map((review) => ({ review, ...tell(review.followUp, now) }))
  if (told.every(({ what }) => what.length === 0)) return undefined
  const reviews = told.map(({ review, followUp }) => ({ ...review, followUp }))
  return {
    change: { kind: 'practicum', record: { ...practicum, reviews }, expect: practicum.version },
    events: told.flatMap(({ review, what }) =>
      what.map((each) => event(practicum, `practicum-${review.review}.${practicum.id}`, each, now)),
    ),
  }
}

const event = (
  { tenantId, scope }: Scope,
  reviewId: string,
  what: 'feedback' | 'supervision',
  now: string,
): NewEvent => ({ type: 'supervision.late', tenantId, programId: scope, at: now, by: platform, reviewId, what })

/** Tells of feedback and 1:1 supervisions that are missing past their time, each once (§4, Practicum). */
export const tellOfLate = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  reviews: ReviewRecord[],
  practicums: PracticumRecord[],
): Promise<void> => {
  const late = [
    ...reviews.map((review) => lateReview(review, now)),
    ...practicums.map((practicum) => latePracticum(practicum, now)),
  ].filter((each) => each !== undefined)
  for (let start = 0; start < late.length; start += batch) {
    const some = late.slice(start, start + batch)
    await store.commit(
      some.map(({ change }) => change),
      some.flatMap(({ events }) => events),
    )
  }
}
