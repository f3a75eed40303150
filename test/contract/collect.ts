import type { Page } from '@pilotgate/core/ports'

/** Everything a paged list holds, and how many pages it took. */
export const collect = async <T>(next: (cursor: string | undefined) => Promise<Page<T>>) => {
  const items: T[] = []
  let pages = 0
  let cursor: string | undefined
  do {
    const page = await next(cursor)
    items.push(...page.items)
    cursor = page.cursor
    pages += 1
  } while (cursor)
  return { items, pages }
}
