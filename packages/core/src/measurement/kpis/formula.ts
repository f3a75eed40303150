import type { Counters } from './rollup-record.ts'

/**
 * A figure, or why there is none: "no data" is never 0 or 100 % (§8), and "suppressed" figures rest on fewer than five people (P7).
 */
export type KpiValue =
  | { kind: 'value'; value: number }
  | { kind: 'no data'; why: string }
  | { kind: 'suppressed'; why: string }

/** Sum of counters by sum of counters. `partPer` and `wholePer` are how many of the counter make one of the unit (60 minutes an hour). */
export type Ratio = {
  kind: 'ratio'
  part: string[]
  whole: string[]
  partPer?: number
  wholePer?: number
  /** Why there is no figure when the whole is 0. */
  none: string
}

/** The middle of ratings, out of one counter for each rating: `PREFIX.1` … `PREFIX.5`. */
export type Median = { kind: 'median'; ratings: string; none: string }

/** One ratio minus another; `split` gives the same difference for parts of the people. */
export type Difference = {
  kind: 'difference'
  of: { name: string; ratio: Ratio }
  from: { name: string; ratio: Ratio }
  split?: { name: string; of: Ratio; from: Ratio }[]
}

export type Formula = Ratio | Median | Difference

/** What a figure is made of, in the units of the KPI; a median has only how many there were (`denominator`). */
export type Figure = { value: KpiValue; numerator?: number; denominator?: number }
export type FigureWithParts = Figure & { parts?: (Figure & { name: string })[] }

const sum = (counters: Counters, names: string[]): number =>
  names.reduce((total, name) => total + (counters[name] ?? 0), 0)

const ratio = (counters: Counters, { part, whole, partPer = 1, wholePer = 1, none }: Ratio): Figure => {
  const [parts, wholes] = [sum(counters, part), sum(counters, whole)]
  const sides = { numerator: parts / partPer, denominator: wholes / wholePer }
  if (wholes === 0) return { value: { kind: 'no data', why: none }, ...sides }
  // Whole numbers up to the one division, so that equal counters give the same figure to the last bit.
  return { value: { kind: 'value', value: (parts * wholePer) / (wholes * partPer) }, ...sides }
}

const median = (counters: Counters, { ratings, none }: Median): Figure => {
  const counts = [1, 2, 3, 4, 5].map((rating) => counters[`${ratings}.${rating}`] ?? 0)
  const all = counts.reduce((total, count) => total + count, 0)
  if (all === 0) return { value: { kind: 'no data', why: none }, denominator: 0 }
  /** The rating at a place, counted from 0, when all stand in order. */
  const at = (place: number): number => {
    let rating = 1
    for (let before = counts[0]!; before <= place; before += counts[rating - 1]!) rating += 1
    return rating
  }
  return { value: { kind: 'value', value: (at((all - 1) >> 1) + at(all >> 1)) / 2 }, denominator: all }
}

const minus = (counters: Counters, of: Ratio, from: Ratio): Figure => {
  const [one, other] = [ratio(counters, of).value, ratio(counters, from).value]
  if (one.kind !== 'value') return { value: one }
  if (other.kind !== 'value') return { value: other }
  return { value: { kind: 'value', value: one.value - other.value } }
}

/** The figure of a KPI out of counters summed over weeks. */
export const reckon = (formula: Formula, counters: Counters): FigureWithParts => {
  if (formula.kind === 'ratio') return ratio(counters, formula)
  if (formula.kind === 'median') return median(counters, formula)
  const { of, from, split = [] } = formula
  return {
    ...minus(counters, of.ratio, from.ratio),
    parts: [
      ...[of, from].map((side) => ({ name: side.name, ...ratio(counters, side.ratio) })),
      ...split.map((each) => ({ name: each.name, ...minus(counters, each.of, each.from) })),
    ],
  }
}

const ofRatio = ({ part, whole }: Ratio): string[] => [...part, ...whole]

/** The counters a formula looks at; those of a difference in two groups, which both need enough people (P7). */
export const counterGroups = (formula: Formula): string[][] => {
  if (formula.kind === 'ratio') return [ofRatio(formula)]
  if (formula.kind === 'median') return [[1, 2, 3, 4, 5].map((rating) => `${formula.ratings}.${rating}`)]
  return [ofRatio(formula.of.ratio), ofRatio(formula.from.ratio)]
}

/** Counters of several weeks, or of several rows, summed. */
export const sumCounters = (all: Iterable<Counters>): Counters => {
  const sums: Counters = {}
  for (const counters of all) {
    for (const [name, count] of Object.entries(counters)) sums[name] = (sums[name] ?? 0) + count
  }
  return sums
}
