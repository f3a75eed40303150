import type { EngagementRecord } from '../engagement-record.ts'
import type { ClosingKind } from './closing.ts'

/** Which closing artifacts an engagement of each service ends with (W14, W22). */
export const closingsOf = {
  coach: ['closing-notes', 'final-outcome'],
  mentor: ['progress-report'],
} as const satisfies Record<EngagementRecord['service'], ClosingKind[]>

/** Engagements that owe closing artifacts: kicked off, and not ended by a reassignment, a withdrawal or the end of the program. */
export const owesClosing = ({ kickedOffAt, endReason }: EngagementRecord): boolean =>
  kickedOffAt !== undefined && (endReason === undefined || endReason === 'completed')
