import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { fromNow } from '../../when/when.ts'
import type { Escalation } from '../words.ts'

type Clocked = Pick<Escalation, 'status' | 'dueAt' | 'late'>

/** How the clock of an escalation stands (E8), as a sign and in words. @param now ISO instant */
export const clockOf = ({ status, dueAt, late }: Clocked, now: string): [StatusIndicatorProps.Type, string] => {
  if (status === 'answered') return late ? ['info', 'Answered late'] : ['success', 'Answered in time']
  return dueAt < now ? ['warning', `Was due ${fromNow(dueAt, now)}`] : ['pending', `Answer due ${fromNow(dueAt, now)}`]
}
