import { DomainError } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadMembers, loadTemplate } from '../program/load.ts'
import { checkGoals, goalWindow } from './check-goal.ts'
import { coachPlacesFree } from './coach-places.ts'
import { completeAnswers } from './complete-answers.ts'
import { currentConsent } from './consent.ts'
import { decideConsented } from './decide-services.ts'
import type { IntakeRecord } from './intake-record.ts'
import { consentOf, demandUnderWay, loadIntakes, openIntake } from './open-intake.ts'

/**
 * Hands an intake in. Vague goals send it back with what they lack (I2); else it is submitted, and the services are decided from
 * what the person consented to (D1–D6, I3). Handed in again unchanged after it was sent back, it stays as it is.
 * @throws DomainError `NotFound`, `NotPossibleNow` (program over), `AlreadyDecided` (submitted before), `InvalidInput` naming each
 *   answer that is missing or wrong
 */
export const submitIntake = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<IntakeRecord> => {
  const { program, member, intake } = await openIntake(store, actor, programId, personId, 'answer any intake')
  demandUnderWay(program)
  if (intake.status === 'submitted') {
    throw new DomainError(
      'AlreadyDecided',
      `This intake was submitted on ${intake.submittedAt}. Save a change first to hand it in again.`,
    )
  }
  if (intake.status === 'sent back') return intake
  const [members, template] = await Promise.all([loadMembers(store, program), loadTemplate(store, program)])
  const { answers, problems: missing } = completeAnswers(intake.answers, member, program, members)
  if (!answers) throw new DomainError('InvalidInput', 'The intake is not complete.', { problems: missing })

  const problems = checkGoals(answers.goals, goalWindow(program, template.weeks, now))
  const round = (intake.submissions ?? 0) + 1
  const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId, personId, round }
  const handedIn = { ...intake, answers, problems, submissions: round }
  const commit = async (record: IntakeRecord, type: 'intake.sent-back' | 'intake.submitted') => {
    const event: NewEvent = { type, ...about }
    await store.commit([{ kind: 'intake', record, expect: intake.version }], [event])
    return { ...record, version: intake.version + 1 }
  }
  if (problems.length > 0) return commit({ ...handedIn, status: 'sent back' }, 'intake.sent-back')

  const [choices, intakes] = await Promise.all([
    consentOf(store, actor.tenantId, programId, personId),
    loadIntakes(store, actor.tenantId, programId),
  ])
  // What a person decided stays; only the rules are asked again.
  const decision = intake.decision?.overriddenBy
    ? intake.decision
    : decideConsented(answers, currentConsent(choices), coachPlacesFree(members, intakes, personId))
  return commit({ ...handedIn, status: 'submitted', submittedAt: now, decision }, 'intake.submitted')
}
