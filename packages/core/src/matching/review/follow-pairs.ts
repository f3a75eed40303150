import type { NewEvent } from '../../events.ts'
import type { Store } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { plusDays } from '../../program/calendar.ts'
import { allOf } from '../../program/load.ts'
import { loadRunning } from '../../program/schedule-steps.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchingRunRecord } from '../match-record.ts'
import { publishMatches } from './publish-matches.ts'
import { readRun } from './read-matches.ts'
import { type Ref, type Stage, scopeOf } from './review-steps.ts'

const chemistryAfterDays = 7
const reassessmentAfterDays = 30

/**
 * Publishes what is approved of the run, and says when the checks of the pairs are due (M8) and which comes next: after a pause
 * the machine comes by here again.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const publishRun = async (work: Work, ref: Ref) => {
  const { store, now } = work
  const program = await loadRunning(store, ref)
  await publishMatches(work, { tenantId: ref.tenantId, personId: platform }, ref.programId, ref.runId)
  const before = await readRun(store, scopeOf(ref), ref.runId)
  const stage = before.stage === 'reassessment' ? 'reassessment' : 'chemistry'
  const run = await moveTo(store, ref, stage, now)
  const own = (await allOf(store, 'match', scopeOf(ref))).filter(({ runId }) => runId === ref.runId)
  const at = run.publishedAt ?? now
  return {
    stage,
    published: own.filter(({ publishedAt }) => publishedAt !== undefined).length,
    chemistryAt: plusDays(at, program.zone, chemistryAfterDays),
    reassessmentAt: plusDays(at, program.zone, reassessmentAfterDays),
  }
}

/** Checks asked for in one transaction. */
const batch = 90

/**
 * Asks every participant with a published match who has not said yet how it goes (M8): also those whose match was published
 * later than the rest of its run, as soon as their own days are over. Repeatable: mails are sent once.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const askForCheck = async (
  { store, now }: Work,
  ref: Ref,
  what: 'chemistry' | 'reassessment',
): Promise<{ asked: number }> => {
  const program = await loadRunning(store, ref)
  const days = what === 'chemistry' ? chemistryAfterDays : reassessmentAfterDays
  const due = (await allOf(store, 'match', scopeOf(ref))).filter(
    (match) =>
      match.status === 'published' &&
      match.pausedAt === undefined &&
      match[what] === undefined &&
      plusDays(match.publishedAt!, program.zone, days) <= now,
  )
  const about = { tenantId: ref.tenantId, programId: ref.programId, at: now, by: platform }
  const events = due.map(({ id }): NewEvent => ({ type: 'match.check-due', ...about, matchId: id, what }))
  while (events.length > 0) await store.commit([], events.splice(0, batch))
  await moveTo(store, ref, what === 'chemistry' ? 'reassessment' : 'over', now)
  return { asked: due.length }
}

const moveTo = (store: Store, ref: Ref, stage: Stage, now: string): Promise<MatchingRunRecord> =>
  whileStale(async () => {
    const run = await readRun(store, scopeOf(ref), ref.runId)
    const record: MatchingRunRecord = { ...run, stage, taskToken: undefined, publishedAt: run.publishedAt ?? now }
    await store.commit([{ kind: 'matchingRun', record, expect: run.version }])
    return record
  })
