import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { type RowOf, useRows } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay } from '../../when/when.ts'
import { inTitle } from '../words.ts'
import { ImportReadings } from './import-readings.tsx'
import { RecordReading } from './record-reading.tsx'

type Definition = Answer<'listKpiDefinitions'>['items'][number]
export type ReadDefinition = Definition & { readings: NonNullable<Definition['readings']> }

/** The numbers of the business that were recorded for a KPI, and how to record more. */
export const KpiReadings = ({ definition }: { definition: ReadDefinition }) => {
  const { programId, may } = useProgram()
  const { kpi, readings } = definition
  const rows = useRows('listReadings', { path: { programId }, query: { kpi, limit: 100 } })
  const nameOf = useNames(rows.rows?.map(({ by }) => by) ?? [])
  const columns: Column<RowOf<'listReadings'>>[] = [
    { id: 'on', header: 'Day', value: ({ on }) => on, cell: ({ on }) => calendarDay(on), rowHeader: true },
    { id: 'group', header: 'Group', value: ({ group }) => group },
    { id: 'part', header: inTitle(readings.part), value: ({ part }) => part },
    { id: 'whole', header: inTitle(readings.whole), value: ({ whole }) => whole },
    { id: 'source', header: 'Source', value: ({ source }) => source },
    { id: 'reference', header: 'Reference', value: ({ reference }) => reference },
    { id: 'by', header: 'Recorded by', value: ({ by }) => nameOf(by) },
  ]
  const actions = may('record readings') && (
    <SpaceBetween direction="horizontal" size="xs">
      <ImportReadings />
      <RecordReading definition={definition} />
    </SpaceBetween>
  )
  return (
    <List
      title="Readings"
      about="Numbers of the business that Pilotgate cannot count by itself."
      from={rows}
      noun={{ one: 'reading', many: 'readings' }}
      id={({ readingId }) => readingId}
      columns={columns}
      sortedBy={{ id: 'on', descending: true }}
      empty={{
        text: may('record readings')
          ? 'No reading has been recorded for this KPI. Record one, or import a file.'
          : 'No reading has been recorded for this KPI. HR analytics records them.',
      }}
      file={`${kpi}-readings`}
      actions={actions}
    />
  )
}
