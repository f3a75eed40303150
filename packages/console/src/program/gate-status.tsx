import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../api/client.ts'

export type GateStatusName = Answer<'getGate'>['status']

const types: Record<GateStatusName, StatusIndicatorProps.Type> = {
  planned: 'pending',
  open: 'in-progress',
  rechecking: 'in-progress',
  'awaiting owner': 'warning',
  'awaiting steering': 'warning',
  closed: 'stopped',
}

const words: Record<GateStatusName, string> = {
  planned: 'planned',
  open: 'open',
  rechecking: 'rechecking',
  'awaiting owner': 'waits for the program owner',
  'awaiting steering': 'waits for the steering committee',
  closed: 'closed',
}

/** Where a gate stands, in words. */
export const gateStatusInWords = (status: GateStatusName): string => words[status]

/** Where a gate stands, as sign and word. */
export const GateStatus = ({ status }: { status: GateStatusName }) => (
  <StatusIndicator type={types[status]}>{words[status]}</StatusIndicator>
)
