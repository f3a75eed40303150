import { type FieldGroup, fieldGroupNames, fieldGroups } from '../../intake/consent.ts'
import type { IntakeAnswers } from '../../intake/intake-form.ts'
import type { Learner } from '../cohort.ts'

/** Whether matching may read a group of fields (I3). */
export const mayRead = ({ consent }: Pick<Learner, 'consent'>, group: FieldGroup): boolean =>
  consent.has(`${group} matching`)

/** Fields that people consent to; what is only about agents is in no group and is not read. */
type ConsentField = (typeof fieldGroups)[FieldGroup][number]

const groupOf = new Map<ConsentField, FieldGroup>(
  fieldGroupNames.flatMap((group) => fieldGroups[group].map((field) => [field, group] as const)),
)

/**
 * The one door to a participant's answers for everything in matching: the field, or nothing when the participant does not
 * consent to its use for matching (I3).
 */
export const readField = <Field extends ConsentField>(
  learner: Learner,
  field: Field,
): IntakeAnswers[Field] | undefined => (mayRead(learner, groupOf.get(field)!) ? learner.answers[field] : undefined)

/** The fields a score would use. */
const scored: ConsentField[] = [
  'triggers',
  'targetBehaviours',
  'skillsWanted',
  'careerGoal',
  'zone',
  'availability',
  'languages',
]

/** The fields a score would use and may not, because consent is missing (I3). */
export const fieldsWithoutConsent = (learner: Learner): ConsentField[] =>
  scored.filter((field) => !mayRead(learner, groupOf.get(field)!))

/** "not used, there is no consent to use skills for matching" */
export const noConsent = (group: FieldGroup): string => `not used, there is no consent to use ${group} for matching`
