import type { FieldProblem } from '../errors.ts'
import type { Work } from '../program/actor.ts'
import type { SelectionAnswerRecord, StepRound } from './candidacy.ts'
import { checkDates } from './checks/check-dates.ts'
import { checkFindings } from './checks/check-findings.ts'
import { checkPanel, checkPeers } from './checks/check-named.ts'
import { checkQuiz } from './checks/check-quiz.ts'
import { checkReferees } from './checks/check-referees.ts'
import { checkScores } from './checks/check-scores.ts'
import { checkSignature } from './checks/check-signature.ts'
import type { SelectionForm } from './forms/forms.ts'
import type { Ground } from './load-candidacy.ts'
import type { Rubric } from './rubric.ts'
import type { Requirement, Step } from './selection-path.ts'

/** An answer with all that it is looked at by. `personId` is whose answer it is. */
export type AnswerToCheck = {
  work: Work
  ground: Ground
  step: Step
  round: StepRound
  requirement: Requirement
  personId: string
  answers: SelectionAnswerRecord[]
  rubric: Rubric | undefined
}

/** What is wrong with an answer beyond its shape, field by field; a bad answer changes nothing and may be sent again. */
export const checkAnswer = async (given: AnswerToCheck, answer: SelectionForm): Promise<FieldProblem[]> => {
  const dates = checkDates(given, answer)
  switch (answer.kind) {
    case 'check':
    case 'observation':
      return [...dates, ...checkFindings(given.requirement, answer)]
    case 'panel':
      return [...dates, ...(await checkPanel(given, answer))]
    case 'recording':
      return checkPeers(given, answer)
    case 'referees':
      return checkReferees(given, answer)
    case 'scores':
      return checkScores(given.rubric!, answer)
    case 'signature':
      return checkSignature(given, answer)
    case 'quiz':
      return checkQuiz(answer)
    default:
      return dates
  }
}
