import type { Entered } from './entered.ts'

/** What was entered and not sent yet; `at` is an ISO instant of the browser's clock. */
export type Draft = { entered: Entered; at: string }
/** Where drafts are kept: the browser's `localStorage`. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'draft:'
const keptDays = 14

/** Keeps a draft under its key; a browser that keeps nothing is no reason to fail. */
export const keepDraft = (drawer: Drawer, key: string, draft: Draft): void => {
  try {
    drawer.setItem(prefix + key, JSON.stringify(draft))
  } catch {
    // The drawer is full or closed to us: the form works without.
  }
}

export const dropDraft = (drawer: Drawer, key: string): void => drawer.removeItem(prefix + key)

/** The draft of a key that is at most 14 days old at `now`; all older ones are dropped. */
export const findDraft = (drawer: Drawer, key: string, now: string): Draft | undefined => {
  const keys = Array.from({ length: drawer.length }, (_, index) => drawer.key(index) ?? '')
  for (const each of keys.filter((name) => name.startsWith(prefix))) {
    if (!isFresh(read(drawer, each), now)) drawer.removeItem(each)
  }
  return read(drawer, prefix + key)
}

const isFresh = (draft: Draft | undefined, now: string): boolean =>
  draft !== undefined && Date.parse(now) - Date.parse(draft.at) <= keptDays * 86_400_000

const read = (drawer: Drawer, name: string): Draft | undefined => {
  try {
    const draft = JSON.parse(drawer.getItem(name) ?? '') as Draft
    return typeof draft.at === 'string' ? draft : undefined
  } catch {
    return undefined
  }
}

/** A key for drafts made of something that must not be kept itself, like the key of a mail's link: it cannot be found from it. */
export const draftKeyFor = (secret: string): string => {
  // FNV-1a, twice with different seeds: 64 bits of a secret of far more.
  const hash = (seed: number) => {
    let sum = seed
    for (const sign of secret) sum = Math.imul(sum ^ sign.codePointAt(0)!, 0x01000193)
    return (sum >>> 0).toString(36)
  }
  return `link.${hash(0x811c9dc5)}${hash(0x01234567)}`
}
