import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Intake } from './words.ts'

const signs: Record<Intake['status'], [type: StatusIndicatorProps.Type, words: string]> = {
  invited: ['pending', 'Invited'],
  started: ['in-progress', 'Begun'],
  'sent back': ['warning', 'Sent back'],
  submitted: ['success', 'Handed in'],
}

/** How far an intake has come, in words. */
export const statusInWords = (status: Intake['status']): string => signs[status][1]

export const statuses = Object.keys(signs) as Intake['status'][]

/** How far an intake has come, as a sign with its words. */
export const IntakeStatus = ({ status }: { status: Intake['status'] }) => (
  <StatusIndicator type={signs[status][0]}>{signs[status][1]}</StatusIndicator>
)
