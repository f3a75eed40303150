import type { Column } from './column.ts'

type Value = string | number | undefined
export type Sorting = { id: string; descending: boolean }

const collator = new Intl.Collator('en', { numeric: true })

const compare = (a: Value, b: Value): number => {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** Rows in the order of a column: numbers by size, texts as people order them, rows without a value last. */
export const sortRows = <Row>(rows: readonly Row[], column: Column<Row> | undefined, descending: boolean): Row[] => {
  if (!column) return [...rows]
  const keyed = rows.map((row) => ({ row, value: column.value(row) }))
  const sign = descending ? -1 : 1
  return keyed.sort((a, b) => sign * compare(a.value, b.value)).map(({ row }) => row)
}

/** What rows are searched in: the values of all their columns, in small letters. */
export const searchTexts = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] =>
  rows.map((row) =>
    columns
      .map((column) => column.value(row) ?? '')
      .join('\n')
      .toLowerCase(),
  )

/** The rows whose text at the same place holds what is sought, in any letter case. */
export const searchRows = <Row>(rows: readonly Row[], texts: readonly string[], sought: string): Row[] => {
  const wanted = sought.trim().toLowerCase()
  return wanted === '' ? [...rows] : rows.filter((_, index) => texts[index]!.includes(wanted))
}
