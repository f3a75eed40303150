import type { ReactNode } from 'react'

/** A column of a list. */
export type Column<Row> = {
  id: string
  header: string
  /** The plain value: what is sorted by, searched in and exported. */
  value: (row: Row) => string | number | undefined
  /** What is shown, where that is more than the value: a link, a status. */
  cell?: (row: Row) => ReactNode
  /** The row's own name: read first by screen readers. */
  rowHeader?: boolean
  /** Searched in and exported only: what it says stands in the cell of another column. */
  notShown?: boolean
  minWidth?: number
}
