import type { Store } from '../../ports.ts'
import { allOf } from '../../program/load.ts'
import type { EngagementRecord } from '../engagement-record.ts'

/**
 * The id of the next row that is numbered within an engagement: `ENGAGEMENT.P001`, `.P002` … Of two writers at once one meets
 * `AlreadyExists`.
 */
export const nextRowId = async (
  store: Store,
  kind: 'sponsorAction' | 'milestone',
  { tenantId, scope, id }: EngagementRecord,
  letter: 'P' | 'M',
): Promise<string> => {
  const prefix = `${id}.${letter}`
  const rows = await allOf(store, kind, { tenantId, scope }, prefix)
  return `${prefix}${String(rows.length + 1).padStart(3, '0')}`
}
