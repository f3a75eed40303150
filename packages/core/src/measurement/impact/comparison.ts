import type { MatchedSet } from './matched-sets.ts'

/** Outcomes of one matched set. */
export type Outcomes = { treated: number; others: number[] }

/** Sets that share a comparison person, directly or through others. Without replacement each set is one of its own. */
export type Comparison = Outcomes[]

/** What the participant has more than the mean of those it is compared with. */
export const differenceOf = ({ treated, others }: Outcomes): number =>
  treated - others.reduce((sum, each) => sum + each, 0) / others.length

/** The matched sets, parted into those that have nobody in common: these are independent of each other. */
export const comparisonsOf = (sets: MatchedSet[], outcomes: number[]): Comparison[] => {
  const leader = new Map<number, number>()
  const next = (number: number) => leader.get(number) ?? number
  const leaderOf = (number: number): number => {
    let at = number
    // Every step shortens the way of those who come after.
    for (; next(at) !== at; at = next(at)) leader.set(at, next(next(at)))
    return at
  }
  for (const { comparison } of sets)
    for (const other of comparison) leader.set(leaderOf(other), leaderOf(comparison[0]!))
  const together = Map.groupBy(sets, ({ comparison }) => leaderOf(comparison[0]!))
  return [...together.values()].map((group) =>
    group.map(({ treated, comparison }) => ({
      treated: outcomes[treated]!,
      others: comparison.map((other) => outcomes[other]!),
    })),
  )
}
