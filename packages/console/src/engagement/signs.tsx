import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { calendarDay } from '../when/when.ts'
import type { Engagement } from './words.ts'

type Look<K extends string> = Record<K, [StatusIndicatorProps.Type, string]>

/** How an engagement stands, from its preparation to its end. */
export const statuses: Look<Engagement['status']> = {
  preparing: ['pending', 'Preparing'],
  active: ['success', 'Active'],
  closing: ['in-progress', 'Closing'],
  ended: ['stopped', 'Ended'],
}

type Standing = Pick<Engagement, 'status' | 'pausedAt'>

/** A pair of which one has left the organisation is paused, whatever it was doing. */
export const standingOf = ({ status, pausedAt }: Standing): Look<string>[string] =>
  pausedAt !== undefined && status !== 'ended' ? ['warning', 'Paused'] : statuses[status]

export const EngagementStatus = ({ engagement }: { engagement: Standing }) => {
  const [type, words] = standingOf(engagement)
  return <StatusIndicator type={type}>{words}</StatusIndicator>
}

export type Pace = 'stalled' | 'on track' | 'not started' | 'paused' | 'over'

export const paces: Look<Pace> = {
  stalled: ['warning', 'Stalled'],
  'on track': ['success', 'On track'],
  'not started': ['pending', 'Not started'],
  paused: ['pending', 'Paused'],
  over: ['stopped', 'Over'],
}

/** Whether a pair meets as it planned to (E7); unknown to whom the dates are not shown. */
export const paceOf = ({ status, cadence, stalledSince, pausedAt }: Engagement): Pace | undefined => {
  if (!cadence) return undefined
  if (status === 'preparing') return 'not started'
  if (status === 'ended') return 'over'
  if (pausedAt !== undefined) return 'paused'
  return stalledSince ? 'stalled' : 'on track'
}

export const PaceSign = ({ engagement }: { engagement: Engagement }) => {
  const pace = paceOf(engagement)
  if (!pace) return '–'
  const [type, words] = paces[pace]
  return <StatusIndicator type={type}>{words}</StatusIndicator>
}

/** The day of the next review, and whether it is over. Both days are `YYYY-MM-DD`. */
export const ReviewDue = ({ due, today }: { due: string | undefined; today: string }) => {
  if (!due) return '–'
  if (due < today) return <StatusIndicator type="warning">Due since {calendarDay(due)}</StatusIndicator>
  return due === today ? 'Due today' : calendarDay(due)
}
