import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useNow } from '../when/use-now.ts'
import { fromNow, moment } from '../when/when.ts'
import { duration } from './machine-duration.ts'
import { currentState, type Execution, type StateProgress } from './machine-status.ts'
import { useProgram } from './use-program.tsx'

const statuses: Record<Execution['status'], { type: StatusIndicatorProps.Type; words: string }> = {
  RUNNING: { type: 'in-progress', words: 'running' },
  SUCCEEDED: { type: 'success', words: 'ended as it should' },
  FAILED: { type: 'error', words: 'failed: the program stands still' },
  TIMED_OUT: { type: 'error', words: 'timed out: the program stands still' },
  ABORTED: { type: 'stopped', words: 'stopped from outside' },
}

/** How the execution stands, and in which state it is. */
export const MachineSummary = ({ execution, progress }: { execution: Execution; progress: StateProgress[] }) => {
  const { zone } = useProgram()
  const now = useNow()
  const current = currentState(progress)
  const visit = current?.visits.at(-1)
  const reached = progress.filter(({ visits }) => visits.length > 0).length
  const { type, words } = statuses[execution.status]
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Execution ${execution.name}: ${reached} of ${progress.length} states reached.`}
        >
          {execution.status === 'RUNNING' ? 'Now' : 'At its end'}
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Status', value: <StatusIndicator type={type}>{words}</StatusIndicator> },
          { label: execution.status === 'RUNNING' ? 'Current state' : 'Last state', value: current?.name ?? '–' },
          {
            label: 'There since',
            value: visit ? `${moment(visit.enteredAt, zone)}, ${duration(visit.enteredAt, visit.leftAt ?? now)}` : '–',
          },
          { label: 'Begun', value: `${moment(execution.startedAt, zone)}, ${fromNow(execution.startedAt, now)}` },
          ...(visit?.error ? [{ label: 'Error', value: [visit.error, visit.cause].filter(Boolean).join(': ') }] : []),
        ]}
      />
    </Container>
  )
}
