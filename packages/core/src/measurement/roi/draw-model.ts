import { randomStream } from '../../random-stream.ts'
import { type Range, triangular } from './range.ts'
import type { Driver, RoiModel, Term } from './roi-model.ts'

export const centsOf = ({ uses, cents }: Term, values: readonly number[]): number =>
  Math.round(cents(...uses.map((place) => values[place]!)))

export const sumOf = (terms: readonly Term[], values: readonly number[]): number =>
  terms.reduce((sum, term) => sum + centsOf(term, values), 0)

export const likelyValues = (drivers: readonly Driver[]): number[] => drivers.map(({ range }) => range.likely)

/** The values of the drivers in each draw. A driver that does not vary draws all the same, so that the others keep their draws. */
export const drawValues = (drivers: readonly Driver[], draws: number, seed: number): number[][] => {
  const random = randomStream(seed)
  return Array.from({ length: draws }, () => drivers.map(({ range }) => triangular(range, random())))
}

const ends = ({ low, high }: Range): number[] => (low === high ? [low] : [low, high])

/** The least and the most that a term can be: a term that is linear in each driver has them where all drivers are at an end. */
export const extremesOf = (term: Term, drivers: RoiModel['drivers']): { low: number; high: number } => {
  const corners = term.uses.reduce<number[][]>(
    (sofar, place) => sofar.flatMap((values) => ends(drivers[place]!.range).map((end) => [...values, end])),
    [[]],
  )
  const all = corners.map((values) => Math.round(term.cents(...values)))
  return { low: Math.min(...all), high: Math.max(...all) }
}
