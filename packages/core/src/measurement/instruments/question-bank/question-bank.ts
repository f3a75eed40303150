import type { InstrumentName } from '../../../program/collected.ts'
import type { Behaviour } from './behaviour-items.ts'
import type { Question, QuestionBank } from './question.ts'
import { version1 } from './version-1.ts'

/** All versions, oldest first. A version that was asked is never changed: words that change make the next one. */
const versions: readonly QuestionBank[] = [version1]

/** The version that is asked now. */
export const questionBank: QuestionBank = versions.at(-1)!

/** @throws Error for a version that was never shipped */
export const bankOf = (version: number): QuestionBank => {
  const bank = versions.find((each) => each.version === version)
  if (!bank) throw new Error(`There is no version ${version} of the question bank.`)
  return bank
}

/**
 * The questions of an instrument about somebody with these target behaviours, in the order of the bank. Where behaviours are not
 * known or may not be named, a manager is asked about leading in general.
 */
export const questionsFor = (instrument: InstrumentName, targets: readonly Behaviour[]): Question[] => {
  const all = questionBank.questions.filter(({ instruments }) => instruments.includes(instrument))
  const onTargets = targets.flatMap((target) => all.filter(({ behaviour }) => behaviour === target))
  const general = all.filter(({ behaviour }) => behaviour === undefined)
  if (instrument === 'manager-attestation') return onTargets.length > 0 ? onTargets : general
  return [...general, ...onTargets]
}

const known = new Map(
  versions.flatMap(({ questions }) => questions.map((question, place) => [question.id, { ...question, place }])),
)

/** The behaviour that a question is about; none for questions about the program or the 1:1. */
export const behaviourOf = (questionId: string): Behaviour | undefined => known.get(questionId)?.behaviour

/** Question ids, each once, in the order of the bank; stored answers have no order. */
export const inBankOrder = (questionIds: Iterable<string>): string[] =>
  [...new Set(questionIds)].toSorted((a, b) => (known.get(a)?.place ?? 0) - (known.get(b)?.place ?? 0))
