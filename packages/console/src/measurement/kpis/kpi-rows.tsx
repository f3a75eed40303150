import Button from '@cloudscape-design/components/button'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { RowOf } from '../../api/queries.ts'
import { useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useLevel } from './level.ts'
import { kindInWords, rowInWords, whoOf } from './row-words.ts'

type Row = RowOf<'listKpiRows'>

/** The rows behind a KPI, of all weeks or of the one that the address names, with the engagement and the person of each. */
export const KpiRows = ({ kpi }: { kpi: string }) => {
  const { programId } = useProgram()
  const { query } = useLevel()
  const [search, setSearch] = useSearchParams()
  const week = search.get('week') ?? undefined
  const rows = useRows('listKpiRows', {
    path: { programId, kpi },
    query: { ...query, limit: 100, ...(week && { from: week, to: week }) },
  })
  const top = useRef<HTMLDivElement>(null)
  const isHere = rows.rows !== undefined
  useEffect(() => {
    if (week && isHere) top.current?.scrollIntoView()
  }, [week, isHere])
  const people = rows.rows?.map(whoOf) ?? []
  const nameOf = useNames(people)
  const base = `/programs/${programId}`
  const columns: Column<Row>[] = [
    {
      id: 'row',
      header: 'Row',
      rowHeader: true,
      minWidth: 160,
      value: (row) => rowInWords(row),
      cell: (row) =>
        row.engagementId ? (
          <LinkTo href={`${base}/engagements/${row.engagementId}`}>{rowInWords(row)}</LinkTo>
        ) : (
          rowInWords(row)
        ),
    },
    { id: 'kind', header: 'Kind', value: ({ kind }) => kindInWords[kind], minWidth: 120 },
    {
      id: 'who',
      header: 'Participant',
      minWidth: 140,
      value: (row) => {
        const person = whoOf(row)
        return person && nameOf(person)
      },
    },
    { id: 'week', header: 'Counts in', value: ({ week }) => week, minWidth: 110 },
    {
      id: 'adds',
      header: 'Adds',
      minWidth: 180,
      value: ({ counters }) =>
        counters
          ? Object.entries(counters)
              .map(([name, count]) => `${name.replaceAll('.', ' ')}: ${count}`)
              .join('; ')
          : 'an answer (what was answered is theirs)',
    },
    { id: 'id', header: 'Id', value: ({ rowId }) => rowId, minWidth: 180 },
  ]
  const all = () =>
    setSearch((now) => {
      now.delete('week')
      return now
    })
  return (
    <div ref={top}>
      <List
        title={week ? `Rows behind it in ${week}` : 'Rows behind it'}
        about="Every session, action or answer that the figure is counted from. Rows of weeks to come count once they are over."
        from={rows}
        noun={{ one: 'row', many: 'rows' }}
        id={({ kind, rowId, week }) => `${kind}.${rowId}.${week}`}
        columns={columns}
        empty={{
          text: week ? `Nothing counted in ${week}.` : 'Nothing has been counted for it yet.',
          action: week && <Button onClick={all}>Rows of all weeks</Button>,
        }}
        file={`${kpi}-rows`}
        actions={week && <Button onClick={all}>Rows of all weeks</Button>}
      />
    </div>
  )
}
