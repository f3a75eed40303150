import type { Page, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { mayGuide } from './coaches.ts'
import { isDriftInARow } from './drift.ts'
import { loadReviews } from './load-reviews.ts'
import type { ReviewRecord } from './review-record.ts'

/** A review, and whether the last two of this coach both found drift: then the lead has to step in (Q2). */
export type SeenReview = ReviewRecord & { driftInARow: boolean }

const withDrift = (reviews: ReviewRecord[], all: ReviewRecord[]): SeenReview[] => {
  const byPerson = Map.groupBy(all, ({ personId }) => personId)
  return reviews.map((review) => ({ ...review, driftInARow: isDriftInARow(byPerson.get(review.personId) ?? []) }))
}

/** Reviews of a program by quarter: supervisors and leads see all, coaches their own. */
export const listReviews = async (
  store: Store,
  actor: Actor,
  programId: string,
  { quarter, limit, cursor }: { quarter?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<SeenReview>> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const all = await loadReviews(store, scope)
  if (!mayGuide(actor, 'coach')) {
    const own = all.filter((review) => review.personId === actor.personId && (!quarter || review.quarter === quarter))
    return { items: withDrift(own, all), cursor: undefined }
  }
  const page = await store.list('review', scope, {
    limit,
    ...(cursor !== undefined && { cursor }),
    ...(quarter !== undefined && { prefix: `${quarter}.` }),
  })
  return { items: withDrift(page.items, all), cursor: page.cursor }
}

/** One review as `listReviews` shows it. */
export const seenReview = async (store: Store, review: ReviewRecord): Promise<SeenReview> => {
  const all = await loadReviews(store, { tenantId: review.tenantId, scope: review.scope })
  return withDrift([review], all)[0]!
}
