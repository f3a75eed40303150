import { chanceOf } from '../../simulate/chance.ts'

export type Draws = ReturnType<typeof drawsOf>

/** Chance for one case: the same for the same seed and number. */
export const drawsOf = (seed: number, index: number) => {
  const chance = chanceOf(seed)
  let drawn = 0
  const share = () => {
    drawn += 1
    return chance(index, drawn)
  }
  /** A whole number from 0 up to `below`. */
  const upTo = (below: number) => Math.floor(share() * below)
  return {
    upTo,
    isIn: (part: number) => share() < part,
    one: <T>(of: readonly T[]): T => of[upTo(of.length)]!,
    bytes: (length: number) => Buffer.from(Array.from({ length }, () => upTo(256))),
  }
}
