const mostKeys = 100
const mostUses = 1000

/**
 * Unwrapped keys of this process, so that not every text costs a request. Bounded in number and in uses (there is no clock here): the key
 * used longest ago makes room, and a key used a thousand times is asked for again.
 */
export const fewKeys = () => {
  const kept = new Map<string, { key: Promise<Buffer>; uses: number }>()
  return {
    /** The key of that name, from `unwrap` when it is not at hand. A failure is not kept. */
    async get(name: string, unwrap: () => Promise<Buffer>): Promise<Buffer> {
      const found = kept.get(name) ?? { key: unwrap(), uses: 0 }
      kept.delete(name)
      found.uses += 1
      if (found.uses < mostUses) kept.set(name, found)
      if (kept.size > mostKeys) kept.delete(kept.keys().next().value!)
      try {
        return await found.key
      } catch (error) {
        kept.delete(name)
        throw error
      }
    },
  }
}
