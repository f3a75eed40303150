import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../api/client.ts'

export type OutcomeName = Answer<'getEarlySignal'>['gates'][number]['outcome']

const types: Record<OutcomeName, StatusIndicatorProps.Type> = {
  pass: 'success',
  fail: 'error',
  inconclusive: 'warning',
  'not checked': 'pending',
}

/** How a check came out, of a gate or one of its conditions, as sign and word. */
export const Outcome = ({ outcome }: { outcome: OutcomeName }) => (
  <StatusIndicator type={types[outcome]}>{outcome}</StatusIndicator>
)
