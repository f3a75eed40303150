import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { type CsvTable, readCsv, writeCsv } from './read-csv.ts'

type Problem = { row: number; field: string; problem: string }

type RowProblemsProps = {
  /** The file as it was sent, which the problems are about; give a `key` that changes with it. */
  sent: string
  problems: Problem[]
  /** Takes the file with what was put right. */
  onChange: (csv: string) => void
}

/** The rows of a file that were refused, each with its wrong cells to put right in place. */
export const RowProblems = ({ sent, problems, onChange }: RowProblemsProps) => {
  const [table, setTable] = useState(() => readCsv(sent))
  const change = (line: number, column: number, value: string) => {
    const put = (cells: string[]) => table.header.map((_, at) => (at === column ? value : (cells[at] ?? '')))
    const rows = table.rows.map((row) => (row.line === line ? { line, cells: put(row.cells) } : row))
    setTable({ ...table, rows })
    onChange(writeCsv({ ...table, rows }))
  }
  const byRow = [...Map.groupBy(problems, ({ row }) => row)]
  return (
    <SpaceBetween size="m">
      {byRow.map(([line, ofRow]) => (
        <SpaceBetween key={line} size="xs">
          <Box variant="h3" padding="n">
            Row {line}: {table.rows.find((row) => row.line === line)?.cells[0] ?? ''}
          </Box>
          {ofRow.map(({ field, problem }) => (
            <Cell
              key={field + problem}
              {...{ table, line, field, problem }}
              onChange={(column, value) => change(line, column, value)}
            />
          ))}
        </SpaceBetween>
      ))}
    </SpaceBetween>
  )
}

type CellProps = {
  table: CsvTable
  line: number
  field: string
  problem: string
  onChange: (column: number, value: string) => void
}

const Cell = ({ table, line, field, problem, onChange }: CellProps) => {
  const names = table.header.map((name) => name.toLowerCase().replaceAll(' ', '_'))
  // A problem deep in a field stands at the column that the field's last part names.
  const column = [field, field.split('.').at(-1) ?? '', field.split('.')[0] ?? '']
    .map((name) => names.indexOf(name))
    .find((at) => at >= 0)
  if (column === undefined)
    return (
      <Box color="text-status-error">
        {field}: {problem}
      </Box>
    )
  return (
    <FormField label={table.header[column]} errorText={problem}>
      <Input
        value={table.rows.find((row) => row.line === line)?.cells[column] ?? ''}
        onChange={({ detail }) => onChange(column, detail.value)}
        ariaLabel={`${table.header[column]}, row ${line}`}
      />
    </FormField>
  )
}
