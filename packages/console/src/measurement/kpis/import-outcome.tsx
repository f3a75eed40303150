import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Answer } from '../../api/client.ts'

/** What became of the rows of an import, and which were not taken, with what to do. */
export const ImportOutcome = ({ outcome, csv }: { outcome: Answer<'importReadings'>; csv: string }) => {
  const { added, corrected, unchanged, problems } = outcome
  const lines = csv.split(/\r?\n/)
  const bad = new Set(problems.map(({ row }) => row)).size
  return (
    <SpaceBetween size="s">
      <Alert type={bad > 0 ? 'warning' : 'success'}>
        {added} added, {corrected} corrected, {unchanged} unchanged
        {bad > 0 && `, ${bad} not taken. Correct these rows above and import again`}.
      </Alert>
      {bad > 0 && (
        <Table
          variant="embedded"
          wrapLines
          items={problems}
          ariaLabels={{ tableLabel: 'Rows that were not taken' }}
          columnDefinitions={[
            { id: 'row', header: 'Row', cell: ({ row }) => row, isRowHeader: true },
            { id: 'field', header: 'Column', cell: ({ field }) => field },
            { id: 'problem', header: 'What to do', cell: ({ problem }) => problem },
            { id: 'line', header: 'The row', cell: ({ row }) => lines[row - 1] ?? '' },
          ]}
        />
      )}
    </SpaceBetween>
  )
}
