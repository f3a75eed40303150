import type { SelectionAnswerRecord } from './candidacy.ts'

/** An answer without the people whom the candidate named as a conflict of interest. */
export const withoutConflicts = (record: SelectionAnswerRecord): SelectionAnswerRecord =>
  'conflicts' in record.answer ? { ...record, answer: { ...record.answer, conflicts: [] } } : record
