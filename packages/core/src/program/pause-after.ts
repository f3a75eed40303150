const shortest = 30
const longest = 3600

/** Seconds from a try that failed to the next one: 30 s, doubled each time, 1 h at most. */
export const pauseAfter = (tries: number): number => Math.min(shortest * 2 ** (tries - 1), longest)
