import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAct, useRows } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { entryOf } from '../../words/figure.ts'
import { problemAt } from '../fields/problems.ts'
import { type Definition, draftOf, type Line, mapOf } from './map-draft.ts'
import { shippedTarget } from './shipped-target.ts'

const nobody = { value: '', label: 'Nobody yet' }
const parts = [
  { value: 'leading', label: 'Leading' },
  { value: 'lagging', label: 'Lagging' },
  { value: 'context', label: 'Context' },
]

type MapFormProps = { settings: Answer<'getKpiSettings'>; definitions: Definition[]; onDone: () => void }

/** The KPI map, all lines at once, as W01 asks for it: an owner and a confirmed feed for every KPI. */
export const MapForm = ({ settings, definitions, onDone }: MapFormProps) => {
  const { programId } = useProgram()
  const tell = useTell()
  const act = useAct('editKpiSettings')
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } })
  const [draft, setDraft] = useState(() => draftOf(settings.kpis, definitions))
  const { kpis, wrong } = mapOf(draft, definitions)
  const change = (kpi: string, line: Partial<Line>) => setDraft((all) => ({ ...all, [kpi]: { ...all[kpi]!, ...line } }))
  const problem = (path: string) => wrong.get(path) ?? problemAt(act.error, path)
  const owners = [
    nobody,
    ...(people.rows ?? [])
      .filter(({ status }) => status === 'active')
      .map(({ personId, name, roles }) => ({ value: personId, label: name, description: roles.join(', ') })),
  ]
  const save = async () => {
    if (wrong.size > 0) return
    try {
      await act.mutateAsync({ path: { programId }, body: { kpis }, version: settings.version })
      tell('The KPI map was saved.')
      onDone()
    } catch {
      // What was refused stands at its fields and below the table.
    }
  }
  const entry = ({ kpi, unit }: Definition, field: 'target' | 'baseline') => (
    <FormField errorText={problem(`kpis.${kpi}.${field}`)}>
      <Input
        value={draft[kpi]?.[field] ?? ''}
        onChange={({ detail }) => change(kpi, { [field]: detail.value })}
        inputMode="decimal"
        ariaLabel={`${field === 'target' ? 'Target' : 'Baseline'} of ${kpi}, ${entryOf(unit).suffix}`}
      />
      <Box variant="small">{entryOf(unit).suffix}</Box>
    </FormField>
  )
  return (
    <SpaceBetween size="m">
      <Table
        items={definitions}
        trackBy="kpi"
        wrapLines
        header={
          <Header
            variant="h2"
            description="Without a target of its own, a KPI has the shipped one. Write shares in per cent."
          >
            Edit the KPI map
          </Header>
        }
        ariaLabels={{ tableLabel: 'KPI map' }}
        columnDefinitions={[
          {
            id: 'kpi',
            header: 'KPI',
            isRowHeader: true,
            minWidth: 160,
            cell: ({ kpi, name }) => `${kpi} ${name}`,
          },
          {
            id: 'owner',
            header: 'Owner',
            minWidth: 200,
            cell: ({ kpi }) => (
              <FormField errorText={problem(`kpis.${kpi}.ownerId`)}>
                <Select
                  ariaLabel={`Owner of ${kpi}`}
                  options={owners}
                  filteringType="auto"
                  expandToViewport
                  statusType={people.complete ? 'finished' : 'loading'}
                  selectedOption={owners.find(({ value }) => value === (draft[kpi]?.ownerId ?? '')) ?? nobody}
                  onChange={({ detail }) => change(kpi, { ownerId: detail.selectedOption.value || undefined })}
                />
              </FormField>
            ),
          },
          {
            id: 'feed',
            header: 'Feed delivers',
            minWidth: 110,
            cell: ({ kpi }) => (
              <Checkbox
                checked={draft[kpi]?.feedConfirmed ?? false}
                onChange={({ detail }) => change(kpi, { feedConfirmed: detail.checked })}
                ariaLabel={`The feed of ${kpi} delivers`}
              />
            ),
          },
          { id: 'shipped', header: 'Shipped target', minWidth: 130, cell: shippedTarget },
          { id: 'target', header: 'Own target', minWidth: 120, cell: (each) => entry(each, 'target') },
          { id: 'baseline', header: 'Baseline', minWidth: 120, cell: (each) => entry(each, 'baseline') },
          {
            id: 'part',
            header: 'Part',
            minWidth: 130,
            cell: ({ kpi }) => (
              <Select
                ariaLabel={`Part of ${kpi}`}
                options={parts}
                expandToViewport
                selectedOption={parts.find(({ value }) => value === draft[kpi]?.part) ?? null}
                onChange={({ detail }) => change(kpi, { part: detail.selectedOption.value as Line['part'] })}
              />
            ),
          },
        ]}
      />
      {act.error && <Trouble error={act.error} what="Saving" />}
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary" onClick={save} loading={act.isPending} loadingText="Saving">
          Save the KPI map
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  )
}
