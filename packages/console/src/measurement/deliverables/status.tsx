import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Deliverable } from './kinds.ts'

export const DeliverableStatus = ({ status }: { status: Deliverable['status'] }) => (
  <StatusIndicator type={status === 'ready' ? 'success' : 'in-progress'}>
    {status === 'ready' ? 'Ready' : 'Draft'}
  </StatusIndicator>
)
