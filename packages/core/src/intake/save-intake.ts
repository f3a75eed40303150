import type { Actor, Work } from '../program/actor.ts'
import { type DraftAnswers, intakeFormVersion } from './intake-form.ts'
import type { IntakeRecord } from './intake-record.ts'
import { demandUnderWay, demandVersion, openIntake } from './open-intake.ts'
import { sameAnswers } from './same-answers.ts'

/**
 * Saves the answers as far as they go, in place of those saved before (I1). The same answers again change nothing. A change after
 * submitting opens the intake again: it counts once more when it is submitted.
 * @param expected the version the caller read (`If-Match`)
 * @throws DomainError `NotFound` (not invited, or not yours), `StaleVersion`, `NotPossibleNow` (program over)
 */
export const saveIntake = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  personId: string,
  expected: number,
  answers: DraftAnswers,
): Promise<IntakeRecord> => {
  const { program, intake } = await openIntake(store, actor, programId, personId, 'answer any intake')
  demandUnderWay(program)
  demandVersion(intake, expected)
  if (sameAnswers(intake.answers, answers)) return intake
  const saved = withAnswers(intake, answers, now)
  await store.commit([{ kind: 'intake', record: saved, expect: intake.version }])
  return { ...saved, version: intake.version + 1 }
}

export const withAnswers = (intake: IntakeRecord, answers: DraftAnswers, now: string): IntakeRecord => ({
  ...intake,
  formVersion: intakeFormVersion,
  status: 'started',
  answers,
  savedAt: now,
})
