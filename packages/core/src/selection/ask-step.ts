import type { Workflows } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { refuseOldExecution } from '../program/execution-age.ts'
import { whileStale } from '../program/while-stale.ts'
import { type CandidacyRef, demandOpen, type Ground, loadAnswers, loadGround } from './load-candidacy.ts'
import { openRound } from './open-round.ts'
import { findStep } from './paths/paths.ts'
import { answerOf, isHoldOver, lastRound, type MachineAnswer, withRound } from './step-rounds.ts'

/**
 * Asks what a step needs and keeps the token of the waiting state on the server. The first time, and after a hold, a round opens
 * with tasks for people; asked again after a reminder, only the token is renewed. A step decided meanwhile is answered at once,
 * so no callback is lost (F1, F2).
 * @param startedAt when the execution began
 * @throws DomainError `CandidacyOver`, `ExecutionTooOld`
 */
export const askStep = async (
  work: Work,
  workflows: Workflows,
  ref: CandidacyRef,
  stepName: string,
  taskToken: string,
  startedAt?: string,
): Promise<void> => {
  const answer = await whileStale(async (): Promise<MachineAnswer | undefined> => {
    const ground = await loadGround(work.store, ref)
    const before = lastRound(ground.candidacy, stepName)
    if (ground.candidacy.status === 'appointed' && before?.status === 'passed') return answerOf(before, work.now)
    demandOpen(ground.candidacy)
    const decided = before && answerOf(before, work.now)
    if (decided && !isHoldOver(before, work.now)) return decided
    if (startedAt !== undefined) refuseOldExecution(startedAt, work.now)
    if (before?.status === 'open') {
      await keepToken(work, ground, { ...before, taskToken })
      return undefined
    }
    const step = findStep(ground.candidacy.path, stepName)
    const answers = await loadAnswers(work.store, ground.scope, ref.candidacyId, stepName)
    const { round, changes, events } = await openRound(work, ground, step, before, answers, taskToken)
    await work.store.commit(changes, events)
    return answerOf(round, work.now)
  })
  // Whatever is decided after the token was stored answers it by its event.
  if (answer) await workflows.answer(taskToken, answer)
}

const keepToken = ({ store }: Work, { candidacy }: Ground, round: NonNullable<ReturnType<typeof lastRound>>) =>
  store.commit([{ kind: 'candidacy', record: withRound(candidacy, round), expect: candidacy.version }])
