import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/client.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { inUnit } from '../../words/figure.ts'
import { inTitle } from '../words.ts'
import type { Definition } from './map-draft.ts'
import { shippedTarget } from './shipped-target.ts'

type MapListProps = { settings: Answer<'getKpiSettings'>; definitions: Definition[]; actions: ReactNode }

/** The KPI map as it stands. */
export const MapList = ({ settings: { kpis }, definitions, actions }: MapListProps) => {
  const { programId } = useProgram()
  const nameOf = useNames(Object.values(kpis).map((setting) => setting?.ownerId))
  const own = (field: 'target' | 'baseline') => (row: Definition) => {
    const value = kpis[row.kpi]?.[field]
    return value === undefined ? undefined : inUnit(value, row.unit)
  }
  const isFed = ({ kpi }: Definition) => kpis[kpi]?.feedConfirmed === true
  const ownerOf = ({ kpi }: Definition) => kpis[kpi]?.ownerId
  const columns: Column<Definition>[] = [
    {
      id: 'kpi',
      header: 'KPI',
      rowHeader: true,
      minWidth: 180,
      value: ({ kpi, name }) => `${kpi} ${name}`,
      cell: ({ kpi, name }) => (
        <LinkTo href={`/programs/${programId}/kpis/${kpi}`}>
          {kpi} {name}
        </LinkTo>
      ),
    },
    {
      id: 'owner',
      header: 'Owner',
      minWidth: 130,
      value: (row) => {
        const owner = ownerOf(row)
        return owner ? nameOf(owner) : 'nobody yet'
      },
    },
    {
      id: 'feed',
      header: 'Feed',
      minWidth: 165,
      value: (row) => (isFed(row) ? 'confirmed' : 'not confirmed'),
      cell: (row) => (
        <StatusIndicator type={isFed(row) ? 'success' : 'pending'}>
          {isFed(row) ? 'Confirmed' : 'Not confirmed'}
        </StatusIndicator>
      ),
    },
    {
      id: 'target',
      header: 'Target',
      minWidth: 140,
      value: (row) => own('target')(row) ?? shippedTarget(row),
    },
    { id: 'baseline', header: 'Baseline', minWidth: 100, value: own('baseline') },
    { id: 'part', header: 'Part', minWidth: 100, value: ({ kpi }) => inTitle(kpis[kpi]?.part ?? 'context') },
    { id: 'source', header: 'Source', minWidth: 160, value: ({ source }) => source },
  ]
  return (
    <List
      title="KPI map"
      from={{ rows: definitions, complete: true, error: null, again: () => undefined }}
      noun={{ one: 'KPI', many: 'KPIs' }}
      id={({ kpi }) => kpi}
      columns={columns}
      empty={{ text: 'There are no KPIs.' }}
      file="kpi-map"
      actions={actions}
    />
  )
}
