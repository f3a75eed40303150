import { plusDays } from '../../program/calendar.ts'
import type { Program } from '../../program/program.ts'
import type { EngagementRecord } from '../engagement-record.ts'

type Clock = Pick<Program, 'zone' | 'history'>

/**
 * When a pair without another session has stalled (E7): two cadences after its last session, its kickoff or a pause of the program,
 * or of the pair, whichever was last. `undefined` before the kickoff, after the end, and while the pair is paused.
 */
export const stallsAt = (engagement: EngagementRecord, { zone, history }: Clock): string | undefined => {
  const { status, kickedOffAt, lastHeldAt, resumedAt, paused, cadence } = engagement
  if (status !== 'active' || kickedOffAt === undefined || paused) return undefined
  const programResumedAt = history.findLast(({ action }) => action === 'resume')?.at
  const since = [kickedOffAt, lastHeldAt, resumedAt, programResumedAt].filter((at) => at !== undefined).toSorted()
  return plusDays(since.at(-1)!, zone, 2 * cadence.everyDays)
}

/** What to do about it: the pair is nudged first, and operations are told one cadence later. */
export type StallStep = 'none' | 'recovered' | 'nudge' | 'escalate'

export const stallStep = (engagement: EngagementRecord, clock: Clock, now: string): StallStep => {
  const at = stallsAt(engagement, clock)
  const { nudgedAt, escalatedAt, cadence } = engagement
  if (at === undefined || at > now) return nudgedAt === undefined ? 'none' : 'recovered'
  if (nudgedAt === undefined) return 'nudge'
  if (escalatedAt === undefined && plusDays(nudgedAt, clock.zone, cadence.everyDays) <= now) return 'escalate'
  return 'none'
}
