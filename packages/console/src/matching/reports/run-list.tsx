import type { RowOf } from '../../api/queries.ts'
import { useRows } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { useMatchingNames } from '../names.ts'
import { objectiveWords, points } from '../words.ts'

type Run = RowOf<'listRuns'>

/** How far the review of a run is, in words. */
const stageWords: Record<NonNullable<Run['stage']>, string> = {
  'matching owner': 'Waits for the matching owner',
  'program owner': 'Waits for the program owner',
  publish: 'Is being published',
  chemistry: 'Waits for the first week',
  reassessment: 'Waits for the 30 days',
  over: 'Over',
}

/** Each run of matching, and what came of it. */
export const RunList = () => {
  const { programId, zone } = useProgram()
  const nameOf = useMatchingNames()
  const columns: Column<Run>[] = [
    { id: 'run', header: 'Run', value: ({ runId }) => runId, rowHeader: true },
    { id: 'at', header: 'When', value: ({ at }) => at, cell: ({ at }) => moment(at, zone), minWidth: 150 },
    { id: 'by', header: 'By', value: ({ by }) => nameOf(by) },
    { id: 'aim', header: 'Aim', value: ({ objective }) => objectiveWords[objective].label },
    { id: 'proposed', header: 'Proposed (matches)', value: ({ proposed }) => proposed },
    { id: 'waiting', header: 'Left waiting', value: ({ unmatched }) => unmatched.length },
    { id: 'total', header: 'Total score (points)', value: ({ total }) => total, cell: ({ total }) => points(total) },
    { id: 'best', header: 'Proven best', value: ({ optimal }) => (optimal ? 'Yes' : 'No') },
    { id: 'stage', header: 'Review', value: ({ stage }) => (stage ? stageWords[stage] : undefined) },
  ]
  return (
    <List
      title="Runs of matching"
      about="A reassignment is a run of its own."
      from={useRows('listRuns', { path: { programId }, query: { limit: 100 } })}
      noun={{ one: 'run', many: 'runs' }}
      id={({ runId }) => runId}
      columns={columns}
      sortedBy={{ id: 'run', descending: true }}
      empty={{ text: 'Matching has not run yet. Propose matches on the page before.' }}
      file="matching-runs"
    />
  )
}
