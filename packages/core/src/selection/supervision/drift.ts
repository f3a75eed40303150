import type { ReviewRecord } from './review-record.ts'

type Reviewed = Pick<ReviewRecord, 'id' | 'quarter' | 'held'>

const held = (reviews: Reviewed[]) =>
  reviews.filter((review) => review.held !== undefined).sort((a, b) => (a.quarter < b.quarter ? -1 : 1))

/** Ids of the reviews of one coach that found drift which no later review found gone. */
export const openDrift = (reviews: Reviewed[]): string[] => {
  const inOrder = held(reviews)
  const lastFine = inOrder.findLastIndex((review) => review.held!.outcome === 'fine')
  return inOrder.slice(lastFine + 1).map(({ id }) => id)
}

/** Whether the last two reviews of a coach both found drift: then the lead has to step in. */
export const isDriftInARow = (reviews: Reviewed[]): boolean => openDrift(reviews).length >= 2
