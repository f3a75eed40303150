import type { Scope, Store } from '../../ports.ts'
import type { RecordOf } from '../../records.ts'
import type { RollupRecord } from './rollup-record.ts'

/** What one transaction writes and one read by id gives at most. */
export const mostRows = 100

export type CounterKind = 'contribution' | 'rollup'

/** Records by id, each asked for once and by the hundred; unknown ids are left out. */
export const getEach = async <K extends CounterKind>(
  store: Store,
  kind: K,
  scope: Scope,
  ids: string[],
): Promise<Map<string, RecordOf<K>>> => {
  const unique = [...new Set(ids)]
  const reads: Promise<RecordOf<K>[]>[] = []
  for (let start = 0; start < unique.length; start += mostRows) {
    reads.push(store.getMany(kind, scope, unique.slice(start, start + mostRows)))
  }
  return new Map((await Promise.all(reads)).flat().map((record) => [record.id, record]))
}

export const newRollup = (scope: Scope, id: string): RollupRecord => ({ ...scope, id, version: 0, counters: {} })
