import Box from '@cloudscape-design/components/box'
import { useAct } from '../../api/queries.ts'
import { ImportDialog } from '../../list/import-dialog.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { count } from '../../words/figure.ts'
import { answerColumns, exampleFile } from './answer-columns.ts'

/** Imports answers of participants from a CSV file; rows that cannot be taken are shown with what to put right. */
export const ImportAnswers = ({ onClose }: { onClose: () => void }) => {
  const { programId } = useProgram()
  const act = useAct('importAnswers')
  return (
    <ImportDialog
      title="Import answers"
      cells="An empty cell leaves the answer as it is; “-” empties a list."
      columns={<Columns />}
      example={{ name: 'answers-example.csv', csv: exampleFile }}
      onSend={(csv) => act.mutateAsync({ path: { programId }, body: { csv } })}
      taken={({ saved, unchanged }) =>
        `The answers of ${count(saved, 'person', 'people')} were saved${unchanged > 0 ? `; ${unchanged} unchanged` : ''}.`
      }
      onClose={onClose}
    >
      Answers are saved, not handed in: people look through them, consent, and hand them in themselves. Good rows are
      kept, the others are shown with what to put right; who has handed in is left alone. The same row again changes
      nothing.
    </ImportDialog>
  )
}

const Columns = () => (
  <dl style={{ margin: 0 }}>
    {answerColumns.map(({ names, holds }) => (
      <div key={names}>
        <dt>
          <Box variant="code">{names}</Box>
        </dt>
        <dd style={{ marginBlockEnd: '8px' }}>{holds}</dd>
      </div>
    ))}
  </dl>
)
