import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { handIn } from './hand-in.ts'
import type { IntakeRecord } from './intake-record.ts'
import { demandUnderWay, openIntake } from './open-intake.ts'

/**
 * Hands an intake in. Vague goals send it back with what they lack (I2); else it is submitted, and the services are decided from
 * what the person consented to (D1–D6, I3). Handed in again unchanged after it was sent back, it stays as it is.
 * @throws DomainError `NotFound`, `NotPossibleNow` (program over), `AlreadyDecided` (submitted before), `InvalidInput` naming each
 *   answer that is missing or wrong
 */
export const submitIntake = async (
  work: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<IntakeRecord> => {
  const opened = await openIntake(work.store, actor, programId, personId, 'answer any intake')
  const { program, intake } = opened
  demandUnderWay(program)
  if (intake.status === 'submitted') {
    throw new DomainError(
      'AlreadyDecided',
      `This intake was submitted on ${intake.submittedAt}. Save a change first to hand it in again.`,
    )
  }
  if (intake.status === 'sent back') return intake
  const round = (intake.submissions ?? 0) + 1
  const record = await handIn(work, { ...opened, intake: { ...intake, submissions: round } })
  const type = record.status === 'submitted' ? 'intake.submitted' : 'intake.sent-back'
  const about = { tenantId: actor.tenantId, programId, at: work.now, by: actor.personId, personId, round }
  await work.store.commit([{ kind: 'intake', record, expect: intake.version }], [{ type, ...about }])
  return { ...record, version: intake.version + 1 }
}
