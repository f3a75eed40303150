import type { SelectionAnswerRecord } from './candidacy.ts'
import type { SelectionForm } from './forms/forms.ts'

type Placed = Pick<SelectionAnswerRecord, 'candidacyId' | 'step' | 'round' | 'requirement' | 'by'>

export const answerId = ({ candidacyId, step, round, requirement, by }: Placed): string =>
  [candidacyId, step, round, requirement, by].join('.')

/** Whether two answers say the same, in whatever order their fields came. */
export const sameAnswer = (one: SelectionForm, other: SelectionForm): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
