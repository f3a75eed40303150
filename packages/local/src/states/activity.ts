/** Counts the work under way, so that "idle" is exact: a piece of work is counted before the one that caused it is done. */
export interface Activity {
  busy(): boolean
  /** Resolves as soon as nothing is under way; at once when nothing is. */
  idle(): Promise<void>
  /** Counts `work` from now until it settles. */
  during<T>(work: () => Promise<T>): Promise<T>
}

export function activity(): Activity {
  let count = 0
  let waiters: (() => void)[] = []
  return {
    busy: () => count > 0,
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    async during(work) {
      count += 1
      try {
        return await work()
      } finally {
        count -= 1
        if (count === 0) {
          const ready = waiters
          waiters = []
          for (const resolve of ready) resolve()
        }
      }
    },
  }
}
