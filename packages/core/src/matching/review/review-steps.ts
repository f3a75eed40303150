import type { NewEvent } from '../../events.ts'
import type { Scope, Store, Workflows } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { loadProgram } from '../../program/load.ts'
import { loadRunning } from '../../program/schedule-steps.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'
import { readRun } from './read-matches.ts'

export type Ref = { tenantId: string; programId: string; runId: string }
export type Reviewer = 'matching owner' | 'program owner'
export type Stage = NonNullable<MatchingRunRecord['stage']>

/** After this many reminders nobody is waited for any longer: what is approved by then is published. */
const mostReminders = 3

export const scopeOf = ({ tenantId, programId }: Ref): Scope => ({ tenantId, scope: programId })

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
const waitsFor = async (store: Store, ref: Ref, reviewer: Reviewer): Promise<boolean> => {
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
