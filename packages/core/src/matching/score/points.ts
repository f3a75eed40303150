import { DomainError, type FieldProblem } from '../../errors.ts'
import { signals, type Weights } from '../weights.ts'

/**
 * Checks weights that came from outside (M1).
 * @param field where they stand, for the message: `weights`, `profiles.promotion`
 * @throws DomainError `InvalidInput` naming each weight that is not a number or negative, or the whole when they do not add up to 100
 */
export const checkWeights = (weights: Weights, field = 'weights'): void => {
  const problems: FieldProblem[] = signals.flatMap((signal) => {
    const weight: unknown = weights[signal]
    if (typeof weight !== 'number' || !Number.isFinite(weight)) {
      return [{ field: `${field}.${signal}`, problem: 'Is not a number. Write a number from 0 to 100.' }]
    }
    return weight < 0 ? [{ field: `${field}.${signal}`, problem: `${weight} is negative. Write 0 or more.` }] : []
  })
  const sum = signals.reduce((total, signal) => total + weights[signal], 0)
  if (problems.length === 0 && Math.abs(sum - 100) >= 1e-9) {
    problems.push({
      field,
      problem: `The weights add up to ${Number(sum.toFixed(6))}, not to 100. Change them so that they do.`,
    })
  }
  if (problems.length > 0) {
    const text = problems.map(({ field: where, problem }) => `${where}: ${problem}`).join(' ')
    throw new DomainError('InvalidInput', `These weights cannot be used. ${text}`, { problems })
  }
}

/** The weights of the signals that are present (bit n of `mask` = signal n); what is missing from 100 is shared out among them (M9). */
export const presentWeight = (weights: Weights, mask: number): number =>
  signals.reduce((sum, signal, index) => ((mask >> index) & 1 ? sum + weights[signal] : sum), 0)

/**
 * A score in hundredths of a point, 0–10 000, from the sum of weight × value over the signals present. Both ways of scoring
 * end here, so that they give the same number.
 */
export const hundredths = (sum: number, present: number): number =>
  present > 0 ? Math.round((sum * 10_000) / present) : 0

/** How much of the full weight a score rests on, 0–1 (M9). */
export const confidenceOf = (present: number): number => Math.min(1, Math.round(present * 100) / 10_000)

export type Share = { weight: number; points: number }

/**
 * Takes a score apart: each signal's weight after the missing ones shared theirs out, and its points. The points are in
 * hundredths and add up to the score exactly: all are rounded down, and what is left goes to the largest remainders.
 */
export const shareOut = (
  weights: Weights,
  values: (number | undefined)[],
): { score: number; present: number; shares: Share[] } => {
  const mask = values.reduce<number>((bits, value, index) => (value === undefined ? bits : bits | (1 << index)), 0)
  const present = presentWeight(weights, mask)
  const sum = values.reduce<number>((total, value, index) => total + weights[signals[index]!] * (value ?? 0), 0)
  const score = hundredths(sum, present)
  const exact = values.map((value, index) =>
    present > 0 ? (weights[signals[index]!] * (value ?? 0) * 10_000) / present : 0,
  )
  const points = exact.map(Math.floor)
  const largest = exact
    .map((_, index) => index)
    .sort((a, b) => exact[b]! - points[b]! - (exact[a]! - points[a]!) || a - b)
  const rest = score - points.reduce((total, each) => total + each, 0)
  for (const index of largest.slice(0, rest)) points[index]! += 1
  const weightOf = (index: number) =>
    values[index] === undefined || present === 0 ? 0 : Math.min(100, (weights[signals[index]!] * 100) / present)
  return {
    score: score / 100,
    present,
    shares: points.map((each, index) => ({ weight: weightOf(index), points: each / 100 })),
  }
}
