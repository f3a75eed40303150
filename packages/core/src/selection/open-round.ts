import type { Change } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { plusDays } from '../program/calendar.ts'
import { type Advance, advanceRound, rubricOf } from './advance-round.ts'
import { answerId } from './answer-id.ts'
import type { SelectionAnswerRecord, StepRound } from './candidacy.ts'
import type { Ground } from './load-candidacy.ts'
import { standing, statesOf } from './round-state.ts'
import type { Step } from './selection-path.ts'

/**
 * Opens the first or next round of a step and asks people. What stood in the round before is not asked again: its answers are
 * carried over. Where somebody is missing who has to be asked, the round is on hold at once and says so.
 */
export const openRound = async (
  work: Work,
  ground: Ground,
  step: Step,
  before: StepRound | undefined,
  answers: SelectionAnswerRecord[],
  taskToken: string,
): Promise<Advance> => {
  const { now, store } = work
  const rubric = before && (await rubricOf(store, ground.scope, step, before))
  const stands = before ? standing(step, statesOf(step, answers, { round: before, rubric, final: true })) : []
  const round: StepRound = {
    step: step.step,
    round: (before?.round ?? 0) + 1,
    status: 'open',
    openedAt: now,
    dueAt: plusDays(now, ground.program.zone, step.days),
    asked: stands,
    taskToken,
    reminders: 0,
    ...(before?.panel && stands.includes('panel') && { panel: before.panel }),
  }
  const carried = answers
    .filter((each) => each.round === before?.round && stands.includes(each.requirement))
    .map((each): SelectionAnswerRecord => {
      const next = { ...each, round: round.round, version: 0 }
      return { ...next, id: answerId(next) }
    })
  const advance = await advanceRound(work, ground, step, round, [...answers, ...carried])
  const copies = carried.map((record): Change => ({ kind: 'selectionAnswer', record, expect: 0 }))
  return { ...advance, changes: [...advance.changes, ...copies] }
}
