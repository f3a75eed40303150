import { sampleStandardDeviation } from 'simple-statistics'
import type { ImpactOptions } from './impact-options.ts'
import type { ImpactRow } from './impact-rows.ts'
import type { Propensity } from './propensity.ts'

/** A participant and who they are compared with, by the number of their rows. */
export type MatchedSet = { treated: number; comparison: number[] }
export type Matching = { sets: MatchedSet[]; unmatched: { row: number; why: string }[] }

/**
 * Greedy nearest neighbours. Participants choose one after the other, and all choose a first before anybody chooses a second;
 * of equally near people the one that comes first is taken.
 * @param rows in the order of their ids
 */
export const matchNearest = (
  rows: ImpactRow[],
  { scores, logits }: Pick<Propensity, 'scores' | 'logits'>,
  options: Pick<ImpactOptions, 'exact' | 'distance' | 'caliper' | 'ratio' | 'replacement' | 'order'>,
  random: () => number,
  onProgress: (words: string) => void = () => {},
): Matching => {
  const { exact, caliper, ratio, replacement } = options
  const near = options.distance === 'logit' ? logits : scores
  const reach = caliper === null ? Number.POSITIVE_INFINITY : caliper * sampleStandardDeviation(logits)
  const kindOf = (row: ImpactRow) => JSON.stringify(exact.map((column) => row.covariates[column]))
  const untreated = Map.groupBy(numbersOf(rows, false), (number) => kindOf(rows[number]!))
  const taken = new Set<number>()

  const nearest = (treated: number, chosen: number[]): number | undefined => {
    let [best, apart] = [undefined as number | undefined, Number.POSITIVE_INFINITY]
    for (const other of untreated.get(kindOf(rows[treated]!)) ?? []) {
      const distance = Math.abs(near[treated]! - near[other]!)
      if (distance >= apart || Math.abs(logits[treated]! - logits[other]!) > reach) continue
      if (replacement ? chosen.includes(other) : taken.has(other)) continue
      ;[best, apart] = [other, distance]
    }
    return best
  }

  const order = orderOf(numbersOf(rows, true), scores, options.order, random)
  const chosen = new Map(order.map((treated) => [treated, [] as number[]]))
  for (let round = 0; round < ratio; round += 1) {
    let asked = 0
    for (const [treated, comparison] of chosen) {
      asked += 1
      if (asked % 100 === 0)
        onProgress(`Nearest neighbours: ${asked} of ${order.length}, round ${round + 1} of ${ratio} ...`)
      const found = comparison.length < round ? undefined : nearest(treated, comparison)
      if (found === undefined) continue
      comparison.push(found)
      taken.add(found)
    }
  }

  const why = (treated: number): string => {
    const alike = untreated.get(kindOf(rows[treated]!)) ?? []
    if (alike.length === 0) return `Nobody outside the program has the same ${exact.join(', ')}.`
    const within = alike.some((other) => Math.abs(logits[treated]! - logits[other]!) <= reach)
    return within
      ? 'Everybody near enough was taken by others.'
      : 'Nobody outside the program is near enough (caliper).'
  }
  const inOrder = [...chosen].toSorted(([one], [other]) => one - other)
  return {
    sets: inOrder.flatMap(([treated, comparison]) => (comparison.length > 0 ? [{ treated, comparison }] : [])),
    unmatched: inOrder.flatMap(([row, comparison]) => (comparison.length > 0 ? [] : [{ row, why: why(row) }])),
  }
}

const numbersOf = (rows: ImpactRow[], treated: boolean): number[] =>
  rows.flatMap((row, number) => (row.treated === treated ? [number] : []))

const orderOf = (
  treated: number[],
  scores: number[],
  order: ImpactOptions['order'],
  random: () => number,
): number[] => {
  if (order === 'largest') return treated.toSorted((one, other) => scores[other]! - scores[one]!)
  const keys = new Map(treated.map((number) => [number, random()]))
  return treated.toSorted((one, other) => keys.get(one)! - keys.get(other)!)
}

/** How much each row counts: a matched participant 1, shared out evenly among those it is compared with. */
export const weightsOf = (sets: MatchedSet[], rows: number): number[] => {
  const weights = new Array<number>(rows).fill(0)
  for (const { treated, comparison } of sets) {
    weights[treated] = 1
    for (const other of comparison) weights[other]! += 1 / comparison.length
  }
  return weights
}
