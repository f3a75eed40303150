import type { NewEvent } from '../events.ts'
import type { Change, Scope, Store } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { allOf } from '../program/load.ts'
import type { Task } from '../program/task.ts'
import { asChanges, askRequirements, taskPrefix } from './ask-requirements.ts'
import type { SelectionAnswerRecord, StepRound } from './candidacy.ts'
import { closedRound } from './close-round.ts'
import type { Verdict } from './forms/judgement.ts'
import type { Ground } from './load-candidacy.ts'
import { loadRubric } from './load-rubric.ts'
import { merged, type RequirementState, statesOf } from './round-state.ts'
import type { Requirement, Step } from './selection-path.ts'
import { withRound } from './step-rounds.ts'
import type { Judging } from './verdict-of.ts'

/** What an answer, a reminder or a new question makes of a round, to be committed in one go with the candidacy's version. */
export type Advance = { round: StepRound; changes: Change[]; events: NewEvent[] }

/**
 * Looks at a round as it stands: asks what follows, or closes it with its outcome once nobody is waited for. One rejection closes
 * it at once. Open tasks of a closed round are cancelled.
 * @param by who acted; the platform where nobody did
 * @param final nobody is waited for any longer
 * @param done the task that is answered in the same commit
 */
export const advanceRound = async (
  work: Work,
  ground: Ground,
  step: Step,
  round: StepRound,
  answers: SelectionAnswerRecord[],
  { by = platform, final = false, done }: { by?: string; final?: boolean; done?: string } = {},
): Promise<Advance> => {
  const { now, store } = work
  const rubric = await rubricOf(store, ground.scope, step, round)
  const states = statesOf(step, answers, { round, rubric, final })
  const decided = [...states.values()].flatMap((state): Verdict[] => (typeof state === 'object' ? [state] : []))
  const about = { tenantId: ground.ref.tenantId, programId: ground.ref.programId, at: now, by }
  const of = { candidacyId: ground.ref.candidacyId, step: round.step, round: round.round }
  const close = async (verdict: Verdict): Promise<Advance> => {
    const closed = closedRound(round, verdict, now, ground.program.zone)
    const cancelled = await cancelOpenTasks(store, ground.scope, taskPrefix(of.candidacyId, step, round.round), done)
    const outcome = closed.status === 'passed' ? 'pass' : closed.status === 'rejected' ? 'reject' : 'hold'
    return {
      round: closed,
      changes: [candidacyChange(ground, closed), ...cancelled],
      events: [{ type: 'selection.decided', ...about, ...of, outcome }],
    }
  }

  if (decided.some(({ outcome }) => outcome === 'reject')) return close(merged(decided))
  const toAsk = inState(step, states, 'to ask')
  if (toAsk.length > 0) {
    const asking = await askRequirements(work, ground, step, round, toAsk, answers)
    if (asking.problems.length > 0) {
      return close(merged([...decided, { outcome: 'hold', missing: asking.problems }]))
    }
    const asked: StepRound = {
      ...round,
      asked: [...round.asked, ...toAsk.map(({ requirement }) => requirement)],
      dueAt: asking.dueAt > round.dueAt ? asking.dueAt : round.dueAt,
      reminders: 0,
    }
    const taskIds = asking.tasks.map(({ id }) => id)
    const referenceIds = asking.references.map(({ id }) => id)
    return {
      round: asked,
      changes: [candidacyChange(ground, asked), ...asChanges(asking)],
      events: [{ type: 'selection.asked', ...about, ...of, taskIds, referenceIds }],
    }
  }
  const waits = inState(step, states, 'waits')
  if (waits.length === 0) return close(merged(decided))
  if (final) {
    const missing = waits.map(({ title }) => `Nobody answered: ${title}.`)
    return close(merged([...decided, { outcome: 'hold', missing }]))
  }
  return { round, changes: [candidacyChange(ground, round)], events: [] }
}

/** The rubric of the step's panel: the version it was named with, or before that the newest. */
export const rubricOf = async (store: Store, scope: Scope, step: Step, round: StepRound): Promise<Judging['rubric']> =>
  step.rubric === undefined
    ? undefined
    : (await loadRubric(store, scope, step.rubric, round.panel?.rubricVersion)).rubric

const inState = (step: Step, states: Map<string, RequirementState>, wanted: RequirementState): Requirement[] =>
  step.requirements.filter(({ requirement }) => states.get(requirement) === wanted)

const candidacyChange = ({ candidacy }: Ground, round: StepRound): Change => ({
  kind: 'candidacy',
  record: withRound(candidacy, round),
  expect: candidacy.version,
})

/** Cancels the open tasks whose ids begin so. */
export const cancelOpenTasks = async (store: Store, scope: Scope, prefix: string, but?: string): Promise<Change[]> => {
  const tasks = await allOf(store, 'task', scope, prefix)
  const open = ({ id, status }: Task) => status === 'open' && id !== but
  return tasks
    .filter(open)
    .map((task): Change => ({ kind: 'task', record: { ...task, status: 'cancelled' }, expect: task.version }))
}
