import type { Answer, FactDefinition, FactValue } from '../program/fact.ts'

type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>

/** Decimal dust off: 0.1 + 0.2 − 0.3 is 0, not 5e-17, and so is no improvement. */
const clean = (value: number): number => Number(value.toFixed(9))
const sum = (values: number[]): number => clean(values.reduce((total, value) => total + value, 0))

/** The middle value; of an even number the mean of the middle two. */
function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return clean((sorted[Math.floor(middle - 0.5)]! + sorted[Math.floor(middle)]!) / 2)
}

/**
 * Makes one fact of the answers of many, as `program/fact.ts` says. `asked` is how many people were asked: for a share of people
 * it is the whole, so who has not answered counts as not yes. Answers of another kind than the fact's are left out.
 * @returns undefined while nobody has answered
 */
export function combineAnswers(definition: FactDefinition, answers: Answer[], asked: number): FactValue | undefined {
  const of = <K extends Answer['kind']>(kind: K): AnswerOf<K>[] =>
    definition.answer === kind ? answers.filter((each): each is AnswerOf<K> => each.kind === kind) : []
  const yesNo = of('yes-no')
  const shares = of('ratio')
  const counts = of('count')
  const ratings = of('rating')
  const changes = of('change')

  switch (definition.kind) {
    case 'yes-no':
      return yesNo[0] && { kind: 'yes-no', yes: yesNo[0].yes }
    case 'ratio':
      if (yesNo.length > 0) {
        // Someone who left after answering was asked all the same.
        return { kind: 'ratio', part: yesNo.filter(({ yes }) => yes).length, whole: Math.max(asked, yesNo.length) }
      }
      if (shares.length === 0) return undefined
      return { kind: 'ratio', part: sum(shares.map(({ part }) => part)), whole: sum(shares.map(({ whole }) => whole)) }
    case 'count':
      return counts.length === 0 ? undefined : { kind: 'count', count: sum(counts.map(({ count }) => count)) }
    case 'rating':
      if (ratings.length === 0) return undefined
      return { kind: 'rating', median: median(ratings.map(({ rating }) => rating)), answers: ratings.length }
    case 'change': {
      if (changes.length === 0) return undefined
      const mean = clean(sum(changes.map(({ change }) => change)) / changes.length)
      return { kind: 'change', change: mean, answers: changes.length }
    }
  }
}
