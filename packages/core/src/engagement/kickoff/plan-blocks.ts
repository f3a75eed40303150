import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Change, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { demandNotPaused, loadOwnEngagement } from '../load-engagement.ts'
import { busyTimes, engagementsOf } from '../sessions/busy-times.ts'
import { guards, inWords } from '../sessions/check-time.ts'
import { firstOverlap, type Meeting } from '../sessions/overlap.ts'

/**
 * One of the pair names the starts of the first three sessions (E1); they can be named anew until the kickoff.
 * @param blocks three instants
 * @throws DomainError `NotFound`, `NotPossibleNow` (kicked off already; ended), `InvalidInput` (past; overlapping; after the end)
 */
export const planBlocks = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  blocks: string[],
): Promise<EngagementRecord> =>
  whileStale(async () => {
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    demandNotPaused(engagement)
    if (engagement.kickedOffAt) {
      throw new DomainError('NotPossibleNow', 'The engagement has started: its first sessions are moved one by one.')
    }
    const { starts, changes } = await checkedBlocks({ store, now, actor, program, engagement }, blocks)
    if (starts.join() === engagement.blocks.join()) return engagement
    const record = { ...engagement, blocks: starts }
    await store.commit([engagementChange(record), ...changes])
    return { ...record, version: engagement.version + 1 }
  })

type Ground = { store: Store; now: string; actor: Actor; program: Program; engagement: EngagementRecord }

/**
 * Three starts in the order of time, as `YYYY-MM-DDTHH:MM:SS.sssZ`.
 * @returns also writes that belong into the same commit: of two that take overlapping times at once, one meets `StaleVersion`
 * @throws DomainError `InvalidInput` naming each that is past, after the end, or overlaps another or a meeting of either of the pair
 */
export const checkedBlocks = async (
  { store, now, actor, program, engagement }: Ground,
  blocks: string[],
): Promise<{ starts: string[]; changes: Change[] }> => {
  const { participantId, providerId, cadence } = engagement
  const both = await engagementsOf(store, actor.tenantId, program.id, [participantId, providerId])
  const busy = busyTimes(both.filter(({ id }) => id !== engagement.id))
  const meetings = blocks.map(
    (at): Meeting => ({
      startsAt: new Date(at).toISOString(),
      minutes: cadence.minutes,
    }),
  )
  const problemOf = (meeting: Meeting, earlier: Meeting[]): string | undefined => {
    if (meeting.startsAt <= now) return 'Lies in the past. Name a start that lies ahead.'
    if (localDate(meeting.startsAt, program.zone) > cadence.endsOn) {
      return `Lies after ${cadence.endsOn}, the last day of the engagement. Name an earlier start.`
    }
    if (firstOverlap(meeting, earlier)) return `Overlaps another of the three; each lasts ${cadence.minutes} minutes.`
    const taken = firstOverlap(meeting, busy)
    return taken && `${inWords(taken, engagement, actor, program.zone)} Choose a time that is free for both.`
  }
  const problems = meetings.flatMap((meeting, index): FieldProblem[] => {
    const problem = problemOf(meeting, meetings.slice(0, index))
    return problem ? [{ field: `blocks.${index}`, problem }] : []
  })
  if (problems.length > 0) throw new DomainError('InvalidInput', 'These starts cannot be planned.', { problems })
  return { starts: meetings.map(({ startsAt }) => startsAt).toSorted(), changes: guards(both, engagement) }
}
