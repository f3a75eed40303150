import { describe, expect, it } from 'vitest'
import type { Column } from '../../packages/console/src/list/column.ts'
import { searchRows, searchTexts, sortRows } from '../../packages/console/src/list/shown-rows.ts'

type Row = { name: string; places?: number }
const name: Column<Row> = { id: 'name', header: 'Name', value: (row) => row.name }
const places: Column<Row> = { id: 'places', header: 'Places', value: (row) => row.places }
const rows: Row[] = [
  { name: 'W10', places: 3 },
  { name: 'ärmel' },
  { name: 'W2', places: 12 },
  { name: 'Zoe', places: 3 },
]
const names = (some: Row[]) => some.map((row) => row.name)

describe('the rows of a list', () => {
  it('are sorted as people order texts and numbers, and left alone without a column', () => {
    expect(names(sortRows(rows, name, false))).toEqual(['ärmel', 'W2', 'W10', 'Zoe'])
    expect(names(sortRows(rows, name, true))).toEqual(['Zoe', 'W10', 'W2', 'ärmel'])
    expect(names(sortRows(rows, places, false))).toEqual(['W10', 'Zoe', 'W2', 'ärmel'])
    expect(names(sortRows(rows, undefined, false))).toEqual(names(rows))
  })

  it('are found by any column, in any letter case', () => {
    const found = (sought: string) => names(searchRows(rows, searchTexts(rows, [name, places]), sought))
    expect(found('ÄRM ')).toEqual(['ärmel'])
    expect(found('12')).toEqual(['W2'])
    expect(found('nobody')).toEqual([])
    expect(found('')).toEqual(names(rows))
  })
})
