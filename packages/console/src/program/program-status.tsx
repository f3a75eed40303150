import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../api/client.ts'

type Status = Answer<'getProgram'>['status']

const types: Record<Status, StatusIndicatorProps.Type> = {
  draft: 'pending',
  running: 'in-progress',
  paused: 'warning',
  stopped: 'stopped',
  completed: 'success',
}

/** Where a program stands, as word and sign. */
export const ProgramStatus = ({ status }: { status: Status }) => (
  <StatusIndicator type={types[status]}>{status}</StatusIndicator>
)
