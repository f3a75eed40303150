import type { Answer } from '../../api/client.ts'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { pathOfRow, personOfRow, rowInWords } from './evidence-row.ts'
import { sourceInWords } from './fact-source.tsx'

type Row = Answer<'getFact'>['evidence'][number]

/** The platform's rows that a fact is counted from as it stands now, and whether each counts for it. */
export const FactRows = ({ fact, words }: { fact: string; words: string }) => {
  const { programId, zone } = useProgram()
  const reading = useRead('getFact', { path: { programId, fact } })
  const rows = reading.data?.evidence
  const nameOf = useNames([...(rows ?? []).map(personOfRow), ...(reading.data?.source?.by ?? [])])
  const counted = rows?.filter(({ counts }) => counts).length ?? 0
  const columns: Column<Row>[] = [
    {
      id: 'row',
      header: 'Row',
      rowHeader: true,
      minWidth: 200,
      value: (row) => rowInWords(row),
      cell: (row) => {
        const path = pathOfRow(row)
        return path ? <LinkTo href={`/programs/${programId}${path}`}>{rowInWords(row)}</LinkTo> : rowInWords(row)
      },
    },
    {
      id: 'person',
      header: 'Person',
      minWidth: 140,
      value: (row) => {
        const person = personOfRow(row)
        return person && nameOf(person)
      },
    },
    { id: 'counts', header: 'Counts', minWidth: 90, value: ({ counts }) => (counts ? 'yes' : 'no') },
    { id: 'id', header: 'Id', minWidth: 200, value: ({ id }) => id },
  ]
  const about = reading.data
    ? `Now ${reading.data.inWords}. ${sourceInWords(reading.data, nameOf, zone)}. ${counted} of ${rows?.length ?? 0} rows count.`
    : undefined
  return (
    <List
      title={`Rows behind: ${words}`}
      about={about}
      from={{
        ...allAtOnce<Row>({ data: undefined, error: reading.error, refetch: reading.refetch }),
        rows,
        complete: true,
      }}
      noun={{ one: 'row', many: 'rows' }}
      id={({ row, id }) => `${row} ${id}`}
      columns={columns}
      empty={{
        text: 'No rows of the platform are behind this fact: people state it, or nothing has been counted yet.',
      }}
      file={`${fact}-rows`}
    />
  )
}
