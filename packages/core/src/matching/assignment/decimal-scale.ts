/**
 * How decimal scores become whole numbers: each times `factor`, rounded. `exact` when no score was changed by that;
 * otherwise scores count to the nearest 1 / `factor`, the finest at which all sums stay exact in double precision.
 */
export type Scale = { decimals: number; factor: number; exact: boolean }

/** Sums of scores, and the shift that puts the number matched first, must stay well below 2^53. */
const exactLimit = 2 ** 50
const finest = 12

/**
 * The coarsest power of ten that keeps all scores exact, or the finest that keeps their sums exact.
 * `rows` bounds how many scores can be summed (twice: a sum and what it is compared with).
 */
export const decimalScale = (scores: ArrayLike<number>, rows: number): Scale => {
  let largest = 0
  for (let at = 0; at < scores.length; at++) largest = Math.max(largest, Math.abs(scores[at]!))
  const fits = (decimals: number) => 2 * Math.max(1, rows) * largest * 10 ** decimals < exactLimit
  let decimals = 0
  for (let at = 0; at < scores.length; ) {
    const score = scores[at]!
    if (scaled(score, 10 ** decimals) / 10 ** decimals === score) at++
    else if (decimals < finest && fits(decimals + 1)) decimals++
    else return { decimals, factor: 10 ** decimals, exact: false }
  }
  return { decimals, factor: 10 ** decimals, exact: fits(decimals) }
}

export const scaled = (score: number, factor: number): number => Math.round(score * factor)
