import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Candidacy } from './words.ts'
import { statusWords } from './words.ts'

const signs: Record<Candidacy['status'], StatusIndicatorProps.Type> = {
  open: 'in-progress',
  appointed: 'success',
  rejected: 'error',
  withdrawn: 'stopped',
}

/** How far a candidacy has come, as a sign with a word. */
export const CandidacyStatus = ({ status }: { status: Candidacy['status'] }) => (
  <StatusIndicator type={signs[status]}>{statusWords[status]}</StatusIndicator>
)

type StepStatusOf = Candidacy['steps'][number]['status']

const steps: Record<StepStatusOf, [StatusIndicatorProps.Type, string]> = {
  planned: ['pending', 'Not begun'],
  open: ['in-progress', 'Open'],
  'on hold': ['warning', 'On hold'],
  passed: ['success', 'Passed'],
  rejected: ['error', 'Turned down'],
}

export const StepStatus = ({ status }: { status: StepStatusOf }) => (
  <StatusIndicator type={steps[status][0]}>{steps[status][1]}</StatusIndicator>
)
