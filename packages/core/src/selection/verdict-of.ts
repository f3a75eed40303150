import type { SelectionAnswerRecord, StepRound } from './candidacy.ts'
import { quizPassShare, quizResult } from './course-quiz.ts'
import type { FormOf, SelectionForm } from './forms/forms.ts'
import type { Verdict } from './forms/judgement.ts'
import { panelResult } from './panel-result.ts'
import { practiceVerdict } from './practice-verdict.ts'
import type { Rubric } from './rubric.ts'
import type { Requirement } from './selection-path.ts'

export type Judging = {
  round: StepRound
  /** By which the step's panel scores. */
  rubric?: Rubric
  /** Nobody is waited for any longer: what is there has to do. */
  final: boolean
}

const pass: Verdict = { outcome: 'pass' }
const hold = (...missing: string[]): Verdict => ({ outcome: 'hold', missing })

/** References that must verify a change of behaviour (S-C4). */
const leastReferences = 2

/**
 * What the answers to one requirement come to; `undefined` as long as somebody is waited for.
 * @param answers those of the step, of this and earlier rounds
 */
export const verdictOf = (
  { requirement, form }: Requirement,
  answers: SelectionAnswerRecord[],
  judging: Judging,
): Verdict | undefined => {
  const all = answers.filter((each) => each.requirement === requirement)
  const given = all.filter((each) => each.round === judging.round.round)
  if (form === 'scores') return verdictOnScores(given, judging)
  if (form === 'reference') return verdictOnReferences(all, answers, judging)
  if (form === 'peer-review') return verdictOnPeers(given, answers, judging)
  const [first] = given
  return first && verdictOnAnswer(first.answer)
}

const verdictOnAnswer = (answer: SelectionForm): Verdict => {
  switch (answer.kind) {
    case 'check':
      return verdictOnFindings(answer)
    case 'observation':
      return answer.revertedToTelling
        ? { outcome: 'reject', reasons: ['Reverted to telling under pressure (S-I).', ...(answer.reject ?? [])] }
        : verdictOnFindings(answer)
    case 'endorsement':
      return answer.endorsed
        ? pass
        : // The note is for the lead; reasons are told to the candidate.
          { outcome: 'reject', reasons: ['The manager does not endorse (S-M5).'] }
    case 'quiz': {
      const { right, all, passed } = quizResult(answer.answers)
      if (passed) return pass
      return hold(`Scenario quiz: ${right} of ${all} right; ${quizPassShare * 100} % are needed. Take it again.`)
    }
    case 'practice':
      return practiceVerdict(answer)
    default:
      return pass
  }
}

type Judgement = Pick<FormOf<'check'>, 'findings' | 'holdUntil' | 'reject'>

const verdictOnFindings = ({ findings, holdUntil, reject }: Judgement): Verdict => {
  if (reject) return { outcome: 'reject', reasons: reject }
  const missing = findings.filter(({ met }) => !met).map(({ rule, note }) => `${rule}: ${note}`)
  if (missing.length === 0) return pass
  return { outcome: 'hold', missing, ...(holdUntil && { until: holdUntil }) }
}

const verdictOnScores = (given: SelectionAnswerRecord[], { round, rubric, final }: Judging): Verdict | undefined => {
  const scores = given.flatMap(({ answer }) => (answer.kind === 'scores' ? [answer] : []))
  // Where certain roles have to judge together, everybody is waited for.
  const withoutSome = final && rubric!.composition.length === 0
  const enough = withoutSome ? rubric!.minimumPanel : round.panel!.members.length
  return scores.length >= enough ? panelResult(rubric!, scores).verdict : undefined
}

/** References of earlier rounds count on: the candidate names further referees, not the same ones again. */
const verdictOnReferences = (
  all: SelectionAnswerRecord[],
  answers: SelectionAnswerRecord[],
  { round, final }: Judging,
): Verdict | undefined => {
  const asked = answers
    .filter((each) => each.round === round.round)
    .flatMap(({ answer }) => (answer.kind === 'referees' ? answer.referees : [])).length
  const good = all.filter(
    ({ answer }) => answer.kind === 'reference' && answer.behaviourChanged && answer.confidentialityKept,
  ).length
  const answered = all.filter((each) => each.round === round.round).length
  if (answered < asked && !(final && good >= leastReferences)) return undefined
  if (good >= leastReferences) return pass
  return hold(`S-C4: ${good} of ${leastReferences} references verify that behaviour changed. Name further referees.`)
}

const verdictOnPeers = (
  given: SelectionAnswerRecord[],
  answers: SelectionAnswerRecord[],
  { round, final }: Judging,
): Verdict | undefined => {
  const reviews = given.flatMap(({ answer }) => (answer.kind === 'peer-review' ? [answer] : []))
  const asked = answers
    .filter((each) => each.round === round.round)
    .flatMap(({ answer }) => (answer.kind === 'recording' ? answer.peers : [])).length
  if (reviews.length < (final ? 1 : Math.max(1, asked))) return undefined
  const missing = [
    ...(reviews.every(({ specific }) => specific) ? [] : ['The feedback has to be specific.']),
    ...(reviews.every(({ aboutBehaviour }) => aboutBehaviour) ? [] : ['The feedback has to be about behaviour.']),
    ...(reviews.every(({ invitesReply }) => invitesReply) ? [] : ['The feedback has to ask for the other’s view.']),
  ]
  return missing.length === 0 ? pass : hold(...missing.map((each) => `Recorded feedback session (S-M7): ${each}`))
}
