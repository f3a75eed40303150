import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Actor, Work } from '../program/actor.ts'
import { handIn } from './hand-in.ts'
import { goal as goalSchema } from './intake-form.ts'
import type { IntakeRecord } from './intake-record.ts'
import { demandUnderWay, openIntake } from './open-intake.ts'

/**
 * A person accepts a goal that was sent back, as it stands, with a reason (I2): the check knows fixed English words only. Who, when
 * and why stay with the intake. With nothing left to correct, the intake is submitted. A goal changed later is checked again.
 * @param goal its place among the goals, from 0
 * @throws DomainError `NotFound`, `NotAllowed` (one's own), `NotPossibleNow` (not sent back, program over), `InvalidInput` (no goal
 *   there, or none that lacks words)
 */
export const acceptGoal = async (
  work: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  personId: string,
  { goal, reason }: { goal: number; reason: string },
): Promise<IntakeRecord> => {
  const opened = await openIntake(work.store, actor, programId, personId, 'accept goals')
  const { program, intake } = opened
  demandUnderWay(program)
  if (actor.personId === personId) throw new DomainError('NotAllowed', 'Nobody accepts their own goals.')
  if (intake.status !== 'sent back') {
    throw new DomainError(
      'NotPossibleNow',
      `The intake is ${intake.status}; only goals that were sent back are accepted.`,
    )
  }
  const given = goalSchema.safeParse(intake.answers.goals?.[goal])
  const lacks = intake.problems.some(({ field }) => field.startsWith(`goals.${goal}.`) && !field.endsWith('.date'))
  if (!given.success || !lacks) {
    const problem = given.success
      ? 'Nothing but its date, if anything, is wrong with this goal.'
      : 'There is no such goal.'
    throw new DomainError('InvalidInput', 'There is nothing to accept.', { problems: [{ field: 'goal', problem }] })
  }
  const accepted = { goal: given.data, reason, by: actor.personId, at: work.now }
  const acceptedGoals = [...(intake.acceptedGoals ?? []), accepted]
  const record = await handIn(work, { ...opened, intake: { ...intake, acceptedGoals } })
  const about = { tenantId: actor.tenantId, programId, at: work.now, by: actor.personId, personId }
  const events: NewEvent[] = [{ type: 'intake.goal-accepted', ...about, goal }]
  if (record.status === 'submitted') events.push({ type: 'intake.submitted', ...about, round: intake.submissions ?? 1 })
  await work.store.commit([{ kind: 'intake', record, expect: intake.version }], events)
  return { ...record, version: intake.version + 1 }
}
