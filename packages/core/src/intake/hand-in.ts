import { DomainError } from '../errors.ts'
import type { Work } from '../program/actor.ts'
import { loadMembers, loadTemplate } from '../program/load.ts'
import { checkGoals, goalWindow } from './check-goal.ts'
import { coachPlacesFree } from './coach-places.ts'
import { completeAnswers } from './complete-answers.ts'
import { currentConsent } from './consent.ts'
import { decideConsented } from './decide-services.ts'
import type { IntakeRecord } from './intake-record.ts'
import { consentOf, loadIntakes, type OpenIntake } from './open-intake.ts'

/**
 * What an intake becomes once it is handed in, still to be committed: sent back with what its goals lack (I2), or submitted with
 * the services decided from what the person consented to (D1–D6, I3).
 * @throws DomainError `InvalidInput` naming each answer that is missing or wrong
 */
export const handIn = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { program, member, intake }: OpenIntake,
): Promise<IntakeRecord> => {
  const { tenantId, id: programId } = program
  const [members, template] = await Promise.all([loadMembers(store, program), loadTemplate(store, program)])
  const { answers, problems: missing } = completeAnswers(intake.answers, member, program, members)
  if (!answers) throw new DomainError('InvalidInput', 'The intake is not complete.', { problems: missing })

  const accepted = intake.acceptedGoals?.map(({ goal }) => goal)
  const problems = checkGoals(answers.goals, goalWindow(program, template.weeks, now), accepted)
  const handedIn = { ...intake, answers, problems }
  if (problems.length > 0) return { ...handedIn, status: 'sent back' }

  const [choices, intakes] = await Promise.all([
    consentOf(store, tenantId, programId, intake.id),
    loadIntakes(store, tenantId, programId),
  ])
  // What a person decided stays; only the rules are asked again.
  const decision = intake.decision?.overriddenBy
    ? intake.decision
    : decideConsented(answers, currentConsent(choices), coachPlacesFree(members, intakes, intake.id))
  return { ...handedIn, status: 'submitted', submittedAt: now, decision }
}
