import type { NewEvent } from '../events.ts'
import type { Workflows } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { refuseOldExecution } from '../program/execution-age.ts'
import { loadProgram } from '../program/load.ts'
import { loadRunning } from '../program/schedule-steps.ts'
import { whileStale } from '../program/while-stale.ts'
import { needsCharter } from './agreement/engagement-documents.ts'
import { loadAgreements } from './agreement/load-agreements.ts'
import { closingIdOf } from './closing/submit-closing.ts'
import { engagementChange } from './engagement-changed.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { type Asked, askedEvent, loadAsked, tasksFor } from './engagement-tasks.ts'
import { type EngagementRef, loadEngagement, scopeOf } from './load-engagement.ts'

/** Where an engagement stands, for its machine: what to ask for next, to look after the pair, or that nothing is left to do. */
export type Stage = Asked | 'look' | 'over'

const stageOf = (engagement: EngagementRecord): Stage => {
  if (engagement.status === 'ended') return 'over'
  if (engagement.status === 'closing') return 'closing'
  if (needsCharter(engagement)) return 'charter'
  if (engagement.agreement === undefined) return 'agreement'
  return engagement.kickedOffAt === undefined ? 'kickoff' : 'look'
}

/**
 * Where the machine begins or goes on; remembers which execution drives the engagement.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const beginEngagement = async (
  { store }: Work,
  ref: EngagementRef,
  executionArn: string,
): Promise<{ stage: Stage }> => {
  const stage = await whileStale(async () => {
    const engagement = await loadEngagement(store, ref)
    if (engagement.executionArn !== executionArn && engagement.status !== 'ended') {
      await store.commit([engagementChange({ ...engagement, executionArn })])
    }
    return stageOf(engagement)
  })
  if (stage !== 'over') await loadRunning(store, ref)
  return { stage }
}

/** Whether what was asked for is there; also once the engagement has ended. */
export const isThere = async (
  { store }: Pick<Work, 'store'>,
  engagement: EngagementRecord,
  asked: Asked,
): Promise<boolean> => {
  if (engagement.status === 'ended') return true
  if (asked !== 'closing') return stageOf(engagement) !== asked
  const id = closingIdOf(engagement.id, 'closing-notes')
  return (await store.get('closing', { tenantId: engagement.tenantId, scope: engagement.scope }, id)) !== undefined
}

/**
 * Asks people for the next step and keeps the token of the waiting state on the server. What is there already is answered at once,
 * so no callback is lost (F1, F2); asked again after a reminder, it only renews the token. A pair that is paused is asked once it goes
 * on (`ask-again.ts`).
 * @throws DomainError `ProgramPaused`, `ProgramStopped`, `ExecutionTooOld`
 */
export const askEngagement = async (
  work: Work,
  workflows: Workflows,
  ref: EngagementRef,
  { asked, taskToken, startedAt }: { asked: Asked; taskToken: string; startedAt: string },
): Promise<void> => {
  const { store, now } = work
  const there = await whileStale(async () => {
    const engagement = await loadEngagement(store, ref)
    if (await isThere(work, engagement, asked)) return true
    const { zone } = await loadRunning(store, ref)
    refuseOldExecution(startedAt, now)
    const again = engagement.asked === asked
    const record: EngagementRecord = { ...engagement, asked, taskToken, reminders: again ? engagement.reminders : 0 }
    const tasks = engagement.paused ? [] : await missingTasks(work, engagement, asked, zone)
    await store.commit(
      [engagementChange(record), ...tasks.map((task) => ({ kind: 'task' as const, record: task, expect: 0 }))],
      tasks.length > 0 ? [askedEvent(engagement, asked, tasks, now)] : [],
    )
    return false
  })
  // Whatever is done after the token was stored answers it by its event.
  if (there) await workflows.answer(taskToken, await answerOf(work, ref))
}

const missingTasks = async ({ store, now }: Work, engagement: EngagementRecord, asked: Asked, zone: string) => {
  const round = asked === 'agreement' ? (await loadAgreements(store, engagement)).at(-1)!.number : 1
  const known = new Set((await loadAsked(store, engagement, asked)).map(({ id }) => id))
  return tasksFor(engagement, asked, round, { now, zone }).filter(({ id }) => !known.has(id))
}

const answerOf = async ({ store }: Pick<Work, 'store'>, ref: EngagementRef) => {
  const { status } = await loadEngagement(store, ref)
  return { outcome: status === 'ended' ? 'over' : 'done' }
}

/** Lets the waiting step know that what it asks for is there. Runs after each change, as often as its event comes. */
export const answerEngagement = async (work: Work, workflows: Workflows, ref: EngagementRef): Promise<void> => {
  const engagement = await work.store.get('engagement', scopeOf(ref), ref.engagementId)
  if (!engagement?.taskToken || !engagement.asked) return
  if (!(await isThere(work, engagement, engagement.asked))) return
  await workflows.answer(engagement.taskToken, await answerOf(work, ref))
}

/** So often people are reminded, the last time with word to the program owner; after that, rarely, both again. */
const mostReminders = 3
const reminderSeconds = 3 * 24 * 60 * 60
const laterSeconds = 14 * 24 * 60 * 60

/**
 * Nobody has answered in time: reminds, from the third time on escalating to the program owner. A retry with the same `now` reminds
 * nobody twice. A pair that is paused is left alone.
 * @returns how long to wait for the answer now
 * @throws DomainError `ProgramPaused`, `ProgramStopped`
 */
export const remindEngagement = async (
  work: Work,
  ref: EngagementRef,
  asked: Asked,
): Promise<{ outcome: 'again' | 'done' | 'over'; waitSeconds?: number }> => {
  const { store, now } = work
  await loadRunning(store, ref)
  return whileStale(async () => {
    const engagement = await loadEngagement(store, ref)
    if (engagement.status === 'ended') return { outcome: 'over' }
    if (await isThere(work, engagement, asked)) return { outcome: 'done' }
    const waitSeconds = engagement.reminders + 1 < mostReminders ? reminderSeconds : laterSeconds
    if (engagement.paused) return { outcome: 'again', waitSeconds: laterSeconds }
    if (engagement.remindedAt === now) return { outcome: 'again', waitSeconds }
    const reminder = engagement.reminders + 1
    const { tenantId, programId, engagementId } = ref
    const event: NewEvent = {
      type: 'engagement.reminded',
      ...{ tenantId, programId, at: now, by: platform, engagementId },
      ...{ asked, reminder, escalate: reminder >= mostReminders },
    }
    await store.commit([engagementChange({ ...engagement, reminders: reminder, remindedAt: now })], [event])
    return { outcome: 'again', waitSeconds }
  })
}

/** Keeps the token of a pause on the server; a program resumed in the meantime goes on at once. */
export const holdEngagement = async (
  { store }: Work,
  workflows: Workflows,
  ref: EngagementRef,
  pauseToken: string,
): Promise<void> => {
  await whileStale(async () => {
    await store.commit([engagementChange({ ...(await loadEngagement(store, ref)), pauseToken })])
  })
  const program = await loadProgram(store, ref.tenantId, ref.programId)
  if (program.status !== 'paused') await resumeEngagement({ store }, workflows, ref)
}

/** Lets a held engagement go on where it stands; in a program that is over, to its end. */
export const resumeEngagement = async (
  { store }: Pick<Work, 'store'>,
  workflows: Workflows,
  ref: EngagementRef,
): Promise<void> => {
  const engagement = await store.get('engagement', scopeOf(ref), ref.engagementId)
  if (engagement?.pauseToken) await workflows.answer(engagement.pauseToken, { stage: stageOf(engagement) })
}
