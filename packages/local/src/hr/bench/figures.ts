import { percentile, rounded } from '../../matching/bench-measure.ts'

/** Of an even number the lower of the two in the middle. */
export const median = (values: number[]): number => percentile(values, 0.5)

/**
 * What the rounds of a door come to: the median of its rates, and the median of what each was of the bare puts measured beside it in
 * the same round, in percent.
 * @param bare rate of the bare puts, and `rates` those of the door, a round each
 */
export const inFigures = (bare: number[], rates: number[], answersMs: number[]) => ({
  perSecond: median(rates),
  rounds: rates,
  ofBarePercent: Math.round(median(rates.map((rate, round) => rate / bare[round]!)) * 100),
  p50Ms: rounded(percentile(answersMs, 0.5)),
  p99Ms: rounded(percentile(answersMs, 0.99)),
})
