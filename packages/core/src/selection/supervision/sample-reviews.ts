import { quartersBetween } from './quarter.ts'

/** A coach who may be drawn for review, since when they are active and in which quarter they were last drawn. */
export type ReviewCandidate = { personId: string; activeSince: string; lastSampled?: string | undefined }

export type DrawnCandidate = ReviewCandidate & { reason: string; chosen: boolean }

/** The share of active coaches that is reviewed in each quarter (Q2). */
export const reviewShare = 0.2

/** Nobody goes longer without a review, however many join and leave: in their eighth quarter at the latest they are drawn. */
const longestWithout = 8

/**
 * FNV-1a, 32 bits, with the finalizer of MurmurHash3, so that ids that differ in the last letter only do not stay neighbours. The
 * same text gives the same number on every machine.
 */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/**
 * Draws the coaches whose sessions are reviewed in a quarter (Q2): at least `share` of them, rounded up. Never drawn first,
 * among these who is active longest; then who was drawn longest ago; the seed decides between equals. Whoever would go without
 * a review for longer than eight quarters is drawn on top. The same input gives the same draw in whatever order it comes.
 * @param activeQuarter the quarter in which a coach became active, by the program's zone
 * @returns all coaches in the order of the draw, each with the reason for the place
 */
export const sampleReviews = ({
  coaches,
  quarter,
  share = reviewShare,
  seed,
  activeQuarter,
}: {
  coaches: ReviewCandidate[]
  quarter: string
  share?: number
  seed: string
  activeQuarter: (activeSince: string) => string
}): DrawnCandidate[] => {
  const order = (a: ReviewCandidate, b: ReviewCandidate): number =>
    compare(a.lastSampled ?? '', b.lastSampled ?? '') ||
    (a.lastSampled ? 0 : compare(a.activeSince, b.activeSince)) ||
    hash(`${seed} ${a.personId}`) - hash(`${seed} ${b.personId}`) ||
    compare(a.personId, b.personId)
  // A share such as 0.1 of 30 comes out a hair above 3, and would be rounded up to 4.
  const places = Math.ceil(share * coaches.length - 1e-9)
  return coaches.toSorted(order).map(({ personId, activeSince, lastSampled }, place) => {
    const without = lastSampled
      ? quartersBetween(lastSampled, quarter)
      : quartersBetween(activeQuarter(activeSince), quarter) + 1
    const overdue = place >= places && without >= longestWithout
    const reason = lastSampled ? `last drawn in ${lastSampled}` : `never drawn, active since ${activeSince}`
    return {
      personId,
      activeSince,
      ...(lastSampled && { lastSampled }),
      reason: overdue ? `${reason}; drawn on top, since nobody goes without for longer than two years` : reason,
      chosen: place < places || overdue,
    }
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
