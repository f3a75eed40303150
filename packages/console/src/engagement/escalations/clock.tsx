import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useNow } from '../../when/use-now.ts'
import type { Escalation } from '../words.ts'
import { clockOf } from './clock-of.ts'

/** How the clock of an escalation stands. */
export const Clock = ({ escalation }: { escalation: Escalation }) => {
  const [type, words] = clockOf(escalation, useNow())
  return <StatusIndicator type={type}>{words}</StatusIndicator>
}
