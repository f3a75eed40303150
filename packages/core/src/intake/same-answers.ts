import { type DraftAnswers, draftAnswers } from './intake-form.ts'

/** Whether two sets of answers say the same. A parse puts the fields in the order of the form, whatever they came in. */
export const sameAnswers = (one: DraftAnswers, other: DraftAnswers): boolean =>
  JSON.stringify(draftAnswers.parse(one)) === JSON.stringify(draftAnswers.parse(other))
