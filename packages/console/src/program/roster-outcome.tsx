import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { RosterResult } from './roster-parts.ts'
import { RosterProblems } from './roster-problems.tsx'
import type { useRosterImport } from './use-roster-import.ts'

/** How an import goes and came out: its progress, what was taken, where it broke off, and the rows to put right. */
export const RosterOutcome = ({ progress, result, send }: ReturnType<typeof useRosterImport>) => (
  <SpaceBetween size="l">
    {progress && (
      <ProgressBar
        label="Importing the roster"
        value={(100 * progress.through) / progress.all}
        additionalInfo={`${progress.through} of ${progress.all} rows are through`}
      />
    )}
    {result?.failure && !progress && (
      <Alert
        type="error"
        header={`The import broke off; ${result.left.length} ${result.left.length === 1 ? 'row is' : 'rows are'} left`}
        action={<Button onClick={() => void send(result.left)}>Go on with the rest</Button>}
      >
        {result.failure.message} What was taken before is in the program.
      </Alert>
    )}
    {result && !progress && (
      <Alert type={result.problems.length === 0 && !result.failure ? 'success' : 'info'}>{countsOf(result)}</Alert>
    )}
    {result && result.problems.length > 0 && (
      <RosterProblems problems={result.problems} busy={progress !== undefined} onSend={(rows) => void send(rows)} />
    )}
  </SpaceBetween>
)

const countsOf = ({ added, changed, unchanged, problems }: RosterResult): string => {
  const wrong = new Set(problems.map(({ row }) => row.line)).size
  const counts = [
    added > 0 && `${added} added`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} as they were before`,
    wrong > 0 && `${wrong} to put right`,
  ].filter(Boolean)
  return `${counts.join(', ') || 'Nobody was imported'}.`
}
