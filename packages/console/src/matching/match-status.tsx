import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Match } from './words.ts'

const looks: Record<Match['status'], [StatusIndicatorProps.Type, string]> = {
  proposed: ['pending', 'To review'],
  approved: ['in-progress', 'Approved, not published'],
  published: ['success', 'Published'],
  replaced: ['stopped', 'Replaced'],
  withdrawn: ['stopped', 'Turned down'],
  ended: ['stopped', 'Ended'],
}

export const statusInWords = (status: Match['status']): string => looks[status][1]

/** How far a match is, as word and sign. */
export const MatchStatus = ({ status }: Pick<Match, 'status'>) => (
  <StatusIndicator type={looks[status][0]}>{statusInWords(status)}</StatusIndicator>
)
