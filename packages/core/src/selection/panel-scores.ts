import type { SelectionAnswerRecord, StepRound } from './candidacy.ts'
import type { FormOf } from './forms/forms.ts'

/** The scores that a panel gave in a round. */
export const scoresIn = (answers: SelectionAnswerRecord[], { step, round }: StepRound): FormOf<'scores'>[] =>
  answers.flatMap((each) =>
    each.step === step && each.round === round && each.answer.kind === 'scores' ? [each.answer] : [],
  )
