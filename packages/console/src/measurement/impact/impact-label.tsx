import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Impact } from './impact-words.ts'

/** How far a report carries, as a sign and words. */
export const ImpactLabel = ({ label }: { label: Impact['report']['label'] }) => (
  <StatusIndicator type={label === 'signal' ? 'success' : 'warning'}>
    {label === 'signal' ? 'Signal' : 'Directional only'}
  </StatusIndicator>
)
