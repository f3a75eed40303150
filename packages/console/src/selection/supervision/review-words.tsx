import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { RowOf } from '../../api/queries.ts'

export type Review = RowOf<'listReviews'>

/** How far a review has come, in words. */
export const reviewState = ({ held, followUp, dueAt }: Review, now: string): string => {
  if (!held) return dueAt < now ? 'Overdue' : 'To be held'
  if (followUp && followUp.late.length > 0 && !(followUp.feedback && followUp.supervision)) return 'Follow-up overdue'
  return followUp?.feedback && followUp.supervision ? 'Done' : 'Follow-up open'
}

export const ReviewState = ({ review, now }: { review: Review; now: string }) => {
  const state = reviewState(review, now)
  const type = state === 'Done' ? 'success' : state.includes('verdue') ? 'error' : 'in-progress'
  return <StatusIndicator type={type}>{state}</StatusIndicator>
}

/** What a review came to, in words. */
export const outcomeWords = ({ held, driftInARow }: Review): string | undefined => {
  if (!held) return undefined
  const drift = held.drift.length > 0 ? `: ${held.drift.join(', ')}` : ''
  const outcome = { fine: 'Fine', drift: `Drift${drift}`, suspend: `Suspended${drift}` }[held.outcome]
  return driftInARow ? `${outcome} (drift twice in a row)` : outcome
}
