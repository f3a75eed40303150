import { localTimeOf } from '../when/local-time.ts'
import { plusDays } from '../when/when.ts'
import type { Engagement } from './words.ts'

type Reviewed = Pick<Engagement, 'status' | 'kickedOffAt' | 'reviews' | 'cadence'>

/**
 * The calendar day in the zone on which the next review checkpoint is due (E5), counted from the kickoff or the last review, whichever
 * was later. None before the kickoff, after the end, for whom the dates are not shown, and where it would lie after the last day.
 */
export const reviewDueOn = ({ status, kickedOffAt, reviews, cadence }: Reviewed, zone: string): string | undefined => {
  if (status !== 'active' || !kickedOffAt || !cadence) return undefined
  const last = [kickedOffAt, reviews?.at(-1)?.at ?? ''].toSorted().at(-1)!
  const due = plusDays(localTimeOf(last, zone).slice(0, 10), cadence.reviewEveryDays)
  return due > cadence.endsOn ? undefined : due
}
