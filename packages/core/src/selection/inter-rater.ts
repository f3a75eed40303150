/** One thing that several members of a panel marked: their marks, in any order. */
export type Unit = number[]

export type Agreement = {
  /** Share of pairs of members with the same mark, and with marks at most one point apart. */
  exact: number
  withinOne: number
  /** How far highest and lowest mark lie apart, on average over what was marked. */
  meanSpread: number
  /** Krippendorff's alpha: 1 is perfect, 0 is chance. `undefined` when all marks are the same: nothing to tell apart. */
  alpha: number | undefined
}

/**
 * How alike members of panels mark (Q6). What fewer than two marked says nothing about it and is left out.
 * @returns `undefined` when nothing is left
 */
export const agreementOf = (all: Unit[]): Agreement | undefined => {
  const units = all.filter((marks) => marks.length >= 2)
  if (units.length === 0) return undefined
  const differences = units.flatMap((marks) => pairsOf(marks).map(([one, other]) => Math.abs(one - other)))
  const share = (most: number) => differences.filter((each) => each <= most).length / differences.length
  const spreads = units.map((marks) => Math.max(...marks) - Math.min(...marks))
  return {
    exact: share(0),
    withinOne: share(1),
    meanSpread: spreads.reduce((sum, each) => sum + each, 0) / spreads.length,
    alpha: krippendorffAlpha(units),
  }
}

const pairsOf = (marks: Unit): [number, number][] =>
  marks.flatMap((one, index) => marks.slice(index + 1).map((other): [number, number] => [one, other]))

/**
 * Krippendorff's alpha for ordinal data with missing marks: 1 − observed / expected disagreement, both from the coincidences of
 * marks within units; the distance of two marks is how many marks lie between them, squared.
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D,
 * https://repository.upenn.edu/asc_papers/43
 * @param units each with at least two marks
 */
export const krippendorffAlpha = (units: Unit[]): number | undefined => {
  const values = [...new Set(units.flat())].toSorted((a, b) => a - b)
  const indexOf = new Map(values.map((value, index) => [value, index]))
  const coincidences = values.map(() => values.map(() => 0))
  for (const marks of units) {
    for (const [one, other] of pairsOf(marks)) {
      const [c, k] = [indexOf.get(one)!, indexOf.get(other)!]
      // Each pair counts in both orders, and every unit as often as it has marks.
      coincidences[c]![k]! += 1 / (marks.length - 1)
      coincidences[k]![c]! += 1 / (marks.length - 1)
    }
  }
  const totals = coincidences.map((row) => row.reduce((sum, each) => sum + each, 0))
  const all = totals.reduce((sum, each) => sum + each, 0)
  let observed = 0
  let expected = 0
  for (let c = 0; c < values.length; c += 1) {
    for (let k = c + 1; k < values.length; k += 1) {
      const between = totals.slice(c, k + 1).reduce((sum, each) => sum + each, 0) - (totals[c]! + totals[k]!) / 2
      observed += coincidences[c]![k]! * between ** 2
      expected += totals[c]! * totals[k]! * between ** 2
    }
  }
  return expected === 0 ? undefined : 1 - ((all - 1) * observed) / expected
}
