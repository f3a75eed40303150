import type { Store } from '../ports.ts'
import { allOf } from '../program/load.ts'
import type { PackRecord } from './pack-record.ts'

/** The newest edition of the steering pack about a gate or a day, of a round. */
export const latestPack = async (
  store: Store,
  scope: { tenantId: string; scope: string },
  about: string,
  round: number,
): Promise<PackRecord | undefined> => (await allOf(store, 'pack', scope, `${about}.${round}.`)).at(-1)
