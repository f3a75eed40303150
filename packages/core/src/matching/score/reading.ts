/** What one signal says of a pair: 0 (fits in nothing) to 1 (fits fully), or nothing, and why, in words (M5, M9). */
export type Reading = { value: number | undefined; words: string }

export const notKnown = (words: string): Reading => ({ value: undefined, words })
