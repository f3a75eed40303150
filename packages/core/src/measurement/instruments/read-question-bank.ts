import { instrumentNames } from '../../program/collected.ts'
import { questionBank } from './question-bank/question-bank.ts'

/** The version that is asked now, by instrument. */
export const readQuestionBank = () => ({
  bank: questionBank.version,
  instruments: instrumentNames.map((instrument) => ({
    instrument,
    ...questionBank.scales[instrument],
    questions: questionBank.questions
      .filter(({ instruments }) => instruments.includes(instrument))
      .map(({ id, scale, behaviour, self, others }) => ({
        question: id,
        scale,
        ...(behaviour && { behaviour }),
        self,
        others,
      })),
  })),
})
