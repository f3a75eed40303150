import type { NewEvent } from '../../events.ts'
import type { Scope, Store, Workflows } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { plusDays } from '../../program/calendar.ts'
import { loadProgram } from '../../program/load.ts'
import { loadRunning } from '../../program/schedule-steps.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'
import { allOf } from './load-matching.ts'
import { publishMatches } from './publish-matches.ts'
import { readRun } from './read-matches.ts'
import { whileStale } from './while-stale.ts'

type Ref = { tenantId: string; programId: string; runId: string }
export type Reviewer = 'matching owner' | 'program owner'
type Stage = NonNullable<MatchingRunRecord['stage']>

/** After this many reminders nobody is waited for any longer: what is approved by then is published. */
export const mostReminders = 3
export const chemistryAfterDays = 7
export const reassessmentAfterDays = 30

const scopeOf = ({ tenantId, programId }: Ref): Scope => ({ tenantId, scope: programId })

/** Where the review begins or goes on; remembers which execution drives it. @throws DomainError `ProgramPaused`, `ProgramStopped` */
export const beginReview = async ({ store }: Work, ref: Ref, executionArn: string): Promise<{ stage: Stage }> => {
  const stage = await whileStale(async () => {
    const run = await readRun(store, scopeOf(ref), ref.runId)
    const at = run.stage ?? 'matching owner'
    if (run.executionArn === executionArn && run.stage) return at
    await store.commit([{ kind: 'matchingRun', record: { ...run, stage: at, executionArn }, expect: run.version }])
    return at
  })
  await loadRunning(store, ref)
  return { stage }
}

/** Whether a proposal of the run still waits for this reviewer (M6). Reads page by page and stops at the first. */
export const waitsFor = async (store: Store, ref: Ref, reviewer: Reviewer): Promise<boolean> => {
  const theirs = ({ review }: MatchRecord) => (review === 'program owner') === (reviewer === 'program owner')
  let cursor: string | undefined
  do {
    const page = await store.list('match', scopeOf(ref), { cursor })
    if (page.items.some((match) => match.runId === ref.runId && match.status === 'proposed' && theirs(match)))
      return true
    cursor = page.cursor
  } while (cursor)
  return false
}

/**
 * Puts the proposals before a reviewer and keeps the token of the waiting step on the server. What was decided meanwhile is
 * answered at once, so no callback is lost (F1, F2). Asked again after a reminder, it only renews the token.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const askReviewer = async (
  { store }: Work,
  workflows: Workflows,
  ref: Ref,
  reviewer: Reviewer,
  taskToken: string,
): Promise<void> => {
  await loadRunning(store, ref)
  await whileStale(async () => {
    const run = await readRun(store, scopeOf(ref), ref.runId)
    const again = run.stage === reviewer
    const record: MatchingRunRecord = { ...run, stage: reviewer, taskToken, ...(!again && { reminders: 0 }) }
    await store.commit([{ kind: 'matchingRun', record, expect: run.version }])
  })
  // After the token is stored: an approval from now on answers it by its event, one from before is seen here.
  if (!(await waitsFor(store, ref, reviewer))) await workflows.answer(taskToken, { reviewed: true })
}

/** Lets the waiting step know that nothing is left to review. Runs after each decision, as often as its event comes. */
export const answerReview = async (store: Store, workflows: Workflows, ref: Ref): Promise<void> => {
  const run = await store.get('matchingRun', scopeOf(ref), ref.runId)
  if (!run?.taskToken || (run.stage !== 'matching owner' && run.stage !== 'program owner')) return
  if (await waitsFor(store, ref, run.stage)) return
  await workflows.answer(run.taskToken, { reviewed: true })
}

/**
 * Nobody reviewed in time: reminds, the last time escalating to the program owner. A retry with the same `now` reminds nobody
 * twice.
 * @returns `again: false` when the review is waited for no longer
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const remindReviewer = async (
  { store, now }: Work,
  ref: Ref,
  reviewer: Reviewer,
): Promise<{ again: boolean }> => {
  await loadRunning(store, ref)
  return whileStale(async () => {
    const run = await readRun(store, scopeOf(ref), ref.runId)
    const before = run.reminders ?? 0
    if (run.remindedAt === now) return { again: before <= mostReminders }
    const reminder = before + 1
    const record: MatchingRunRecord = { ...run, reminders: reminder, remindedAt: now }
    const escalate = reminder === mostReminders
    const about = { tenantId: ref.tenantId, programId: ref.programId, at: now, by: platform }
    const event: NewEvent = {
      type: 'matching.review-reminded',
      ...about,
      runId: ref.runId,
      reviewer,
      reminder,
      escalate,
    }
    const again = reminder <= mostReminders
    await store.commit([{ kind: 'matchingRun', record, expect: run.version }], again ? [event] : [])
    return { again }
  })
}

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

/** Keeps the token of a pause on the server; a program resumed in the meantime goes on at once. */
export const holdReview = async ({ store }: Work, workflows: Workflows, ref: Ref, taskToken: string): Promise<void> => {
  await whileStale(async () => {
    const run = await readRun(store, scopeOf(ref), ref.runId)
    await store.commit([{ kind: 'matchingRun', record: { ...run, pauseToken: taskToken }, expect: run.version }])
  })
  const program = await loadProgram(store, ref.tenantId, ref.programId)
  if (program.status !== 'paused') await resumeReview(store, workflows, ref)
}

/** Lets a held review go on; in a program that is over, to its end. */
export const resumeReview = async (store: Store, workflows: Workflows, ref: Ref): Promise<void> => {
  const run = await store.get('matchingRun', scopeOf(ref), ref.runId)
  if (run?.pauseToken) await workflows.answer(run.pauseToken, { stage: run.stage ?? 'matching owner' })
}
