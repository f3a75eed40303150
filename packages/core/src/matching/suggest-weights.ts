import type { Contribution, overrideReasons } from './match-record.ts'
import { checkWeights } from './score/points.ts'
import { type Signal, signals, type Weights } from './weights.ts'

/** An override as it bears on the weights (M7): why, and how the proposed and the chosen pair scored, signal by signal. */
export type WeighedOverride = {
  reason: (typeof overrideReasons)[number]
  proposed: Pick<Contribution, 'signal' | 'value'>[]
  chosen: Pick<Contribution, 'signal' | 'value'>[]
}

export type WeightSuggestion = {
  /** Add up to 100; the present ones when nothing is suggested. */
  weights: Weights
  changes: { signal: Signal; from: number; to: number; why: string }[]
  words: string
}

/** Overrides needed before anything is suggested, and by how much the evidence is drawn towards "no change". */
const fewest = 3
const drawn = 4
/** The most points a signal moves at a time. */
const mostPoints = 10

/** Reasons that speak of a signal. The others (capacity, conflict, chemistry, other) say nothing about weights on their own. */
const speaksOf: Partial<Record<WeighedOverride['reason'], Signal>> = {
  'political capital': 'sponsorship',
  'strategic sponsor': 'sponsorship',
  availability: 'availability',
}
/** Capacity and conflicts of interest force a change whatever the scores are; what was chosen instead shows no preference. */
const forced: WeighedOverride['reason'][] = ['capacity', 'conflict']

/**
 * What reviewers' overrides say about the weights (M7). For each signal the evidence of an override is by how much its value is
 * higher in the chosen pair than in the proposed one (−1 to 1, only where both are known), plus ½ when the reason speaks of it.
 * The evidence is averaged over the overrides + 4, times 20 points, at most ±10; the result is taken back to 100 in hundredths.
 * A suggestion only: a person changes the settings, and that is audited.
 * @throws DomainError `InvalidInput` when the present weights are unusable
 */
export const suggestWeights = (overrides: readonly WeighedOverride[], weights: Weights): WeightSuggestion => {
  checkWeights(weights)
  const telling = overrides.filter(({ reason }) => !forced.includes(reason))
  if (telling.length < fewest) {
    const words = `${telling.length} ${telling.length === 1 ? 'override that speaks' : 'overrides that speak'} of weights; ${fewest} are needed for a suggestion.`
    return { weights, changes: [], words }
  }
  const moved = signals.map((signal) => {
    const evidence =
      telling.reduce((sum, override) => sum + evidenceFor(signal, override), 0) / (telling.length + drawn)
    const change = Math.max(-mostPoints, Math.min(mostPoints, evidence * 2 * mostPoints))
    return Math.max(0, weights[signal] + change)
  })
  const suggested = toHundred(moved, weights)
  const changes = signals.flatMap((signal) => {
    const [from, to] = [weights[signal], suggested[signal]]
    return Math.abs(from - to) < 0.5 ? [] : [{ signal, from, to, why: whyFor(signal, telling, to > from) }]
  })
  if (changes.length === 0)
    return { weights, changes, words: 'The overrides point in no clear direction; keep the weights.' }
  const words = `From ${telling.length} overrides: ${changes.map(({ signal, from, to }) => `${signal} ${from} → ${to}`).join(', ')}.`
  return { weights: suggested, changes, words }
}

const difference = (signal: Signal, { proposed, chosen }: WeighedOverride): number => {
  const [before, after] = [proposed, chosen].map((all) => all.find((each) => each.signal === signal)?.value)
  const known = before !== undefined && after !== undefined
  return known && Number.isFinite(before) && Number.isFinite(after) ? after - before : 0
}

const evidenceFor = (signal: Signal, override: WeighedOverride): number =>
  difference(signal, override) + (speaksOf[override.reason] === signal ? 0.5 : 0)

/** Takes the weights back to 100 in hundredths; the largest one takes up what rounding leaves. */
const toHundred = (moved: number[], before: Weights): Weights => {
  const sum = moved.reduce((total, weight) => total + weight, 0)
  if (!(sum > 0)) return before
  const parts = moved.map((weight) => Math.round((weight * 10_000) / sum))
  const largest = parts.indexOf(Math.max(...parts))
  parts[largest]! += 10_000 - parts.reduce((total, part) => total + part, 0)
  const after = { ...before }
  for (const [index, signal] of signals.entries()) after[signal] = parts[index]! / 100
  return after
}

const whyFor = (signal: Signal, overrides: readonly WeighedOverride[], up: boolean): string => {
  const named = overrides.filter(({ reason }) => speaksOf[reason] === signal).length
  const [higher, lower] = [1, -1].map((sign) => overrides.filter((each) => difference(signal, each) * sign > 0).length)
  const seen = `the person chosen was stronger in it ${higher} times and weaker ${lower} times`
  const reason = named > 0 ? `; ${named} overrides name it as the reason` : ''
  const shared = !up && higher! >= lower! ? '; it gives way to the others, as all add up to 100' : ''
  return `Of ${overrides.length} overrides ${seen}${reason}${shared}.`
}
