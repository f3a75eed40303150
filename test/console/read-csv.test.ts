import { expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../packages/console/src/list/read-csv.ts'

it('reads cells with quotes, commas and lines of their own, and numbers rows by the line they end on', () => {
  const text = '\uFEFFemail, name ,note\r\na@b.c,"Lindt, Ada","two\nlines"\r\n\r\nd@e.f,"Say ""hi""",\r\n'
  expect(readCsv(text)).toEqual({
    header: ['email', 'name', 'note'],
    rows: [
      { line: 3, cells: ['a@b.c', 'Lindt, Ada', 'two\nlines'] },
      { line: 5, cells: ['d@e.f', 'Say "hi"', ''] },
    ],
  })
})

it('takes semicolons where the header has no commas', () => {
  expect(readCsv('email;name\na@b.c;Lindt, Ada\n').rows).toEqual([{ line: 2, cells: ['a@b.c', 'Lindt, Ada'] }])
})

it('writes what it reads the same again, and adds nothing to a cell', () => {
  const table = { header: ['a', 'b'], rows: [{ line: 2, cells: ['=1+1', 'x"y, z'] }] }
  expect(readCsv(writeCsv(table))).toEqual(table)
})
