import { localTime, plusDays } from '../../program/calendar.ts'
import type { Program } from '../../program/program.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { stallsAt } from './stalled.ts'

type Clock = Pick<Program, 'zone' | 'history'>

/** An execution lasts a year at most and is left after 300 days: no wait may be longer than this. */
const longestWaitDays = 45
/** A look of its own is not worth fewer days than this. */
const leastDays = 5
const day = 24 * 60 * 60 * 1000

/** When the next review checkpoint is due (E5): counted from the kickoff, the last review and the last time it was asked for. */
export const reviewDueAt = (
  { kickedOffAt, publishedAt, reviews, reviewAskedAt, cadence }: EngagementRecord,
  zone: string,
): string => {
  const last = [kickedOffAt ?? publishedAt, reviews.at(-1)?.at ?? '', reviewAskedAt ?? ''].toSorted().at(-1)!
  return plusDays(last, zone, cadence.reviewEveryDays)
}

/** The end of the last day: midnight of the program's zone. */
export const endsAt = ({ cadence }: EngagementRecord, zone: string): string =>
  plusDays(localTime(cadence.endsOn, '00:00', zone), zone, 1)

/**
 * When the machine looks at a pair again: the earliest of the next review, the end, and the time at which the pair will have
 * stalled, be escalated, or stall again (E7). What would come less than half a cadence (or five days) before a review or the end is
 * left to that look.
 */
export const nextLookAt = (engagement: EngagementRecord, clock: Clock, now: string): string => {
  const { zone } = clock
  const { nudgedAt, escalatedAt, cadence } = engagement
  const planned = [reviewDueAt(engagement, zone), endsAt(engagement, zone)].toSorted()[0]!
  const stall =
    nudgedAt !== undefined && escalatedAt === undefined
      ? plusDays(nudgedAt, zone, cadence.everyDays)
      : (stallsAt(engagement, clock) ?? planned)
  const again = stall > now ? stall : plusDays(now, zone, 2 * cadence.everyDays)
  const near = Date.parse(planned) - Date.parse(again) < Math.max(cadence.everyDays / 2, leastDays) * day
  const next = near ? planned : again
  const latest = plusDays(now, zone, longestWaitDays)
  return next < latest ? next : latest
}
