import { type IntakeAnswers, partialAnswers } from './intake-form.ts'

/** Whether two sets of answers say the same. A parse puts the fields in the order of the form, whatever they came in. */
export const sameAnswers = (one: Partial<IntakeAnswers>, other: Partial<IntakeAnswers>): boolean =>
  JSON.stringify(partialAnswers.parse(one)) === JSON.stringify(partialAnswers.parse(other))
