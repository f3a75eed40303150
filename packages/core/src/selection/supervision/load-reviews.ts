import type { Scope, Store } from '../../ports.ts'
import { listAll } from '../../program/load.ts'
import type { ReviewRecord } from './review-record.ts'

/** All reviews of a program, or of one quarter of it, in one read as a rule. */
export const loadReviews = (store: Store, scope: Scope, quarter?: string): Promise<ReviewRecord[]> =>
  listAll((cursor) => store.list('review', scope, { cursor, limit: 1000, ...(quarter && { prefix: `${quarter}.` }) }))
