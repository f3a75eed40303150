import { createHash } from 'node:crypto'

/**
 * Chance that repeats: the same seed and the same words give the same number from 0 (included) to 1 (excluded), whatever was
 * asked before, so that a run does not depend on the order in which people act.
 */
export const chanceOf =
  (seed: number) =>
  (...words: (string | number)[]): number =>
    createHash('sha256')
      .update([seed, ...words].join('\n'))
      .digest()
      .readUInt32BE(0) /
    2 ** 32

export type Chance = ReturnType<typeof chanceOf>
