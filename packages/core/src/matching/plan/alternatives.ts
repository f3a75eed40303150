import { noPair } from '../assignment/instance.ts'
import type { MatchScore } from '../match-record.ts'
import { pointsInWords } from '../score/sentence.ts'
import type { ServiceRows } from './service-rows.ts'
import type { Loss, Solved } from './solve-service.ts'

export type Alternative = { column: number; score: number; value: number; whyNot: string }

type Explaining = { k: number; nameOf: (id: string) => string; explain: (row: number, column: number) => MatchScore }

/** The `k` best providers for a row besides the one proposed, best first, each with why it is not the first choice (M5). */
export const alternativesOf = (
  rows: ServiceRows,
  row: number,
  solved: Solved,
  explaining: Explaining,
): Alternative[] => {
  const count = rows.providers.length
  const values = solved.values(row)
  const scores = rows.decisions[row]!.provider === 'either' ? values : new Int32Array(count)
  if (scores !== values) rows.scoreRow(row, scores)
  const chosen = solved.assignment[row]!
  const best: number[] = []
  for (let column = 0; column < count; column++) {
    if (column === chosen || values[column] === noPair) continue
    if (best.length === explaining.k && values[column]! <= values[best.at(-1) ?? -1]!) continue
    const at = best.findIndex((other) => values[other]! < values[column]!)
    best.splice(at < 0 ? best.length : at, 0, column)
    if (best.length > explaining.k) best.pop()
  }
  return best.map((column) => {
    const pair = { row, chosen, column, ahead: scores[column]! - scores[chosen]! }
    return {
      column,
      score: scores[column]! / 100,
      value: values[column]!,
      whyNot: whyNot(rows, solved, explaining, pair),
    }
  })
}

type Compared = { row: number; chosen: number; column: number; ahead: number }

const whyNot = (rows: ServiceRows, solved: Solved, explaining: Explaining, pair: Compared): string => {
  const { row, chosen, column, ahead } = pair
  const difference = inWords(ahead)
  if (solved.isReserved(row)) return `A person decided on the first choice; this one scores ${difference}.`
  const { decisions, service } = rows
  const preferred = rows.prefersOther(row, column) && !rows.prefersOther(row, chosen)
  const kind = preferred ? ` An ${decisions[row]!.provider} ${service} is preferred here.` : ''
  const full = solved.taken[column]! >= rows.providers[column]!.free
  if (ahead < 0)
    return `Scores ${difference}${mostly(explaining, pair)}.${kind}${full ? ' Every place is taken in this plan, too.' : ''}`
  if (!full) return kind ? `Scores ${difference}.${kind}` : `Scores ${difference}; the order of ids decided.`
  const { free, personId } = rows.providers[column]!
  const places = `${free === 1 ? 'the only free place' : `all ${free} free places`} of ${explaining.nameOf(personId)}`
  if (solved.allReserved(column)) return `Scores ${difference}, but people decided on ${places} beforehand.${kind}`
  const better = `Better for the cohort: ${places} ${free === 1 ? 'goes' : 'go'} to others.`
  return `Scores ${difference}. ${better} ${lossInWords(solved.lossOf(row, column), service)}${kind}`
}

const lossInWords = ({ points, fewer, exact }: Loss, service: string): string => {
  if (fewer > 0) return `With this pair somebody else would be left without a ${service}.`
  if (points > 0) return `This pair would cost the whole ${exact ? '' : 'at least '}${inPoints(points)}.`
  return exact
    ? 'A plan with this pair is equally good as a whole; the order of ids decided.'
    : 'A plan with this pair may be equally good as a whole.'
}

const inPoints = (hundredths: number): string => {
  const points = pointsInWords(hundredths / 100)
  return `${points} point${points === '1' ? '' : 's'}`
}

const inWords = (ahead: number): string =>
  ahead === 0 ? 'the same' : `${inPoints(Math.abs(ahead))} ${ahead > 0 ? 'higher' : 'lower'}`

/** ", mostly on goals": the signal on which most points are lost. */
const mostly = ({ explain }: Explaining, { row, chosen, column }: Compared): string => {
  const [first, other] = [explain(row, chosen).contributions, explain(row, column).contributions]
  const lost = first.map(({ signal, points }, index) => ({ signal, points: points - other[index]!.points }))
  const most = lost.reduce((a, b) => (b.points > a.points ? b : a))
  return most.points > 0 ? `, mostly on ${most.signal}` : ''
}
