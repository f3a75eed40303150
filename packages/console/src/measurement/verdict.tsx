import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../api/client.ts'

type Verdict = Answer<'getKpis'>['items'][number]['met']

const signs: Record<Verdict, { type: StatusIndicatorProps.Type; words: string }> = {
  met: { type: 'success', words: 'Met' },
  'not met': { type: 'warning', words: 'Not met' },
  'no data': { type: 'pending', words: 'No data' },
  suppressed: { type: 'stopped', words: 'Suppressed' },
  'no target': { type: 'info', words: 'No target' },
  'no baseline': { type: 'info', words: 'No baseline' },
}

/** Whether a KPI meets its target, as a sign and a word. */
export const VerdictSign = ({ met }: { met: Verdict }) => (
  <StatusIndicator type={signs[met].type}>{signs[met].words}</StatusIndicator>
)
