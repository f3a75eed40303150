import Badge from '@cloudscape-design/components/badge'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import type { Answer } from '../api/client.ts'
import { useAct, useRead } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { useTell } from '../frame/notices.tsx'
import { type Column, List } from '../list/list.tsx'
import { type Edits, useEdits } from './settings-edits.ts'
import type { Report } from './settings-program.tsx'
import { problemOf, SettingsSave } from './settings-save.tsx'
import { ThresholdField } from './settings-threshold-field.tsx'
import { differs, keptThresholds, problemWith, type ThresholdRow, thresholdRows } from './settings-threshold-rows.ts'
import { useProgram } from './use-program.tsx'

type Row = ThresholdRow & { closed: boolean }

/** What each gate demands, beside what the template demands; gates that are closed stay as they were judged. */
export const ThresholdSettings = ({ template, onDirty }: { template: Answer<'getTemplate'>; onDirty: Report }) => {
  const { programId, program } = useProgram()
  const timeline = useRead('getTimeline', { path: { programId } })
  const closed = new Set(timeline.data?.weeks.flatMap(({ gate, status }) => (status === 'closed' ? [gate] : [])))
  const plain = thresholdRows(template, program.thresholds)
  const rows = plain.map((row) => ({ ...row, closed: closed.has(row.gate) }))
  const edits = useEdits(Object.fromEntries(rows.map(({ key, saved }) => [key, saved])))
  const { dirty } = edits
  const act = useAct('editProgram')
  const tell = useTell()
  useEffect(() => onDirty('thresholds', dirty), [onDirty, dirty])
  const save = async () => {
    const thresholds = keptThresholds(template, edits.values, program.thresholds)
    await act.mutateAsync({ path: { programId }, version: program.version, body: { thresholds } })
    edits.forget()
    tell('The thresholds are saved. Gates still to come are judged by them.')
  }
  const wrong = rows.filter((row) => problemWith(row, edits.values[row.key]) !== undefined)
  return (
    <SpaceBetween size="s">
      <List
        title="Thresholds"
        about="What a gate needs to pass. Gates that are closed were judged already."
        from={{ rows, complete: true, error: null, again: () => {} }}
        noun={{ one: 'threshold', many: 'thresholds' }}
        id={({ key }) => key}
        columns={columnsOf(edits, act.error, programId)}
        empty={{ text: 'No gate of this template has a threshold.' }}
        file="thresholds"
      />
      <SettingsSave
        edits={edits}
        what="the thresholds"
        problem={
          wrong.length > 0
            ? `Put right first: ${wrong.map(({ gate, words }) => `${gate}, ${words}`).join('; ')}.`
            : undefined
        }
        error={act.error}
        busy={act.isPending}
        onSave={() => void save().catch(() => {})}
        onReset={act.reset}
      />
    </SpaceBetween>
  )
}

const columnsOf = ({ values, change }: Edits, error: Error | null, programId: string): Column<Row>[] => {
  const isChanged = (row: Row) => differs(row, values[row.key])
  return [
    {
      id: 'gate',
      header: 'Gate',
      value: ({ gate }) => gate,
      cell: ({ gate }) => <LinkTo href={`/programs/${programId}/gates/${gate}`}>{gate}</LinkTo>,
    },
    { id: 'fact', header: 'Fact', value: ({ words }) => words, rowHeader: true, minWidth: 180 },
    { id: 'rule', header: 'Must be', value: ({ comparison }) => comparison },
    {
      id: 'threshold',
      header: 'Threshold',
      minWidth: 150,
      value: ({ key, unit }) => `${values[key]} ${unit}`.trim(),
      cell: (row) =>
        row.closed ? (
          `${row.saved} ${row.unit}`
        ) : (
          <ThresholdField
            row={row}
            value={values[row.key] ?? ''}
            problem={problemOf(error, `thresholds.${row.key}`)}
            onChange={(value) => change(row.key, value)}
          />
        ),
    },
    { id: 'template', header: 'In the template', value: ({ byTemplate, unit }) => `${byTemplate} ${unit}`.trim() },
    {
      id: 'state',
      header: 'State',
      minWidth: 170,
      value: (row) => (row.closed ? 'closed' : isChanged(row) ? 'changed' : 'as in the template'),
      cell: (row) => (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {isChanged(row) ? (
            <Badge color="blue">changed</Badge>
          ) : (
            <span>{row.closed ? 'gate closed' : 'as in the template'}</span>
          )}
          {isChanged(row) && !row.closed && (
            <Button
              variant="inline-link"
              ariaLabel={`Undo, take ${row.byTemplate} ${row.unit} of the template for ${row.gate}, ${row.words}`}
              onClick={() => change(row.key, row.byTemplate)}
            >
              Undo
            </Button>
          )}
        </SpaceBetween>
      ),
    },
  ]
}
