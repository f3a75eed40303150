/** Every row of a list of the API, page by page. */
export const everyPage = async <T>(
  read: (cursor: { cursor?: string }) => Promise<{ items: T[]; cursor?: string }>,
): Promise<T[]> => {
  const all: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor ? { cursor } : {})
    all.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return all
}
