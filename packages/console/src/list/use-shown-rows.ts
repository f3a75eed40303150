import { useDeferredValue, useMemo, useState } from 'react'
import type { Column } from './column.ts'
import { type Sorting, searchRows, searchTexts, sortRows } from './shown-rows.ts'

const none: never[] = []

/**
 * What a list shows of its rows: those found, in order, a page at a time. Typing stays quick with 10,000 rows as long as `rows`
 * and `columns` stay the same between renders: they are sorted once, and searched after the typed letter is on the screen.
 */
export const useShownRows = <Row>(
  rows: Row[] | undefined,
  columns: Column<Row>[],
  pageSize: number,
  sortedBy?: { id: string; descending?: boolean },
) => {
  const [text, setText] = useState('')
  const [page, setPage] = useState(1)
  const [sorting, setSorting] = useState<Sorting | undefined>(
    sortedBy && { id: sortedBy.id, descending: sortedBy.descending ?? false },
  )
  const sought = useDeferredValue(text)
  const all = useDeferredValue(rows ?? none)
  const sorted = useMemo(() => {
    const by = columns.find(({ id }) => id === sorting?.id)
    return sortRows(all, by, sorting?.descending ?? false)
  }, [all, columns, sorting])
  const texts = useMemo(
    () => (sought.trim() ? searchTexts(sorted, columns) : none),
    [sought.trim() !== '', sorted, columns],
  )
  const found = useMemo(() => searchRows(sorted, texts, sought), [sorted, texts, sought])
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const at = Math.min(page, pages)
  return {
    text,
    setText: (next: string) => {
      setText(next)
      setPage(1)
    },
    sorting,
    setSorting: (next: Sorting) => {
      setSorting(next)
      setPage(1)
    },
    page: at,
    pages,
    setPage,
    found,
    items: found.slice((at - 1) * pageSize, at * pageSize),
  }
}
