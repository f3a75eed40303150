import { centsOf, extremesOf, likelyValues } from './draw-model.ts'
import type { RoiModel, Term } from './roi-model.ts'
import type { Spread } from './roi-result.ts'

/** A reckoned number in every draw, with all inputs likely, and at its two ends. */
export type Sample = { draws: number[]; likely: number; low: number; high: number }

export const sampleOf = (term: Term, { drivers }: RoiModel, values: number[][]): Sample => ({
  draws: values.map((drawn) => centsOf(term, drawn)),
  likely: centsOf(term, likelyValues(drivers)),
  ...extremesOf(term, drivers),
})

/** A number made of two others, draw by draw; its ends come from the corners of both. */
export const combine = (a: Sample, b: Sample, of: (a: number, b: number) => number): Sample => {
  const corners = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)]
  return {
    draws: a.draws.map((value, draw) => of(value, b.draws[draw]!)),
    likely: of(a.likely, b.likely),
    low: Math.min(...corners),
    high: Math.max(...corners),
  }
}

const nearest = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!

export const spreadOf = ({ draws, likely, low, high }: Sample, rounded: (value: number) => number): Spread => {
  const sorted = draws.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(nearest(sorted, share))
  return { low: rounded(low), p10: at(0.1), p50: at(0.5), p90: at(0.9), high: rounded(high), likely: rounded(likely) }
}
