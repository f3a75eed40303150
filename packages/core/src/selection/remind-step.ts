import type { NewEvent } from '../events.ts'
import { platform, type Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { advanceRound } from './advance-round.ts'
import type { StepRound } from './candidacy.ts'
import type { Outcome } from './forms/judgement.ts'
import { type CandidacyRef, demandOpen, loadAnswers, loadGround } from './load-candidacy.ts'
import { findStep } from './paths/paths.ts'
import { answerOf, lastRound, secondsUntil, withRound } from './step-rounds.ts'

/** So often people are reminded, so far apart; the last time somebody above them is told. */
export const mostReminders = 3
export const reminderSeconds = 3 * 24 * 60 * 60

export type Reminded = { again: true; waitSeconds: number } | { again: false; outcome: Outcome; holdSeconds?: number }

/**
 * Nobody has answered in time: reminds, the third time escalating. After that the step is decided by what is there – a panel by the
 * scores it has, if they are enough – or put on hold. What was asked since and is not due yet is waited for first. A retry with the
 * same `now` reminds nobody twice.
 * @throws DomainError `CandidacyOver`
 */
export const remindStep = (work: Work, ref: CandidacyRef, stepName: string): Promise<Reminded> =>
  whileStale(async () => {
    const { store, now } = work
    const ground = await loadGround(store, ref)
    demandOpen(ground.candidacy)
    const round = lastRound(ground.candidacy, stepName)!
    const decided = outcomeOf(round, now)
    if (decided) return decided
    if (round.remindedAt === now) return { again: true, waitSeconds: reminderSeconds }
    if (round.dueAt > now) return { again: true, waitSeconds: secondsUntil(round.dueAt, now) }
    const reminder = round.reminders + 1
    if (reminder <= mostReminders) {
      const reminded: StepRound = { ...round, reminders: reminder, remindedAt: now }
      const { tenantId, programId, candidacyId } = ref
      const event: NewEvent = {
        type: 'selection.reminded',
        ...{ tenantId, programId, at: now, by: platform, candidacyId },
        ...{ step: stepName, round: round.round, reminder, escalate: reminder === mostReminders },
      }
      const { candidacy } = ground
      const record = withRound(candidacy, reminded)
      await store.commit([{ kind: 'candidacy', record, expect: candidacy.version }], [event])
      return { again: true, waitSeconds: reminderSeconds }
    }
    const step = findStep(ground.candidacy.path, stepName)
    const answers = await loadAnswers(store, ground.scope, ref.candidacyId, stepName)
    const advance = await advanceRound(work, ground, step, round, answers, { final: true })
    await store.commit(advance.changes, advance.events)
    return outcomeOf(advance.round, now) ?? { again: true, waitSeconds: reminderSeconds }
  })

const outcomeOf = (round: StepRound, now: string): Reminded | undefined => {
  const answer = answerOf(round, now)
  return answer && { again: false, ...answer, outcome: answer.outcome as Outcome }
}
