import { DomainError } from '../errors.ts'
import type { Page, Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { listAll } from '../program/load.ts'
import type { RecordOf } from '../records.ts'

type Measured = 'impact' | 'roi' | 'deliverable'
const nouns: Record<Measured, string> = {
  impact: 'impact report',
  roi: 'return on investment',
  deliverable: 'deliverable',
}

/** A page of what was measured or made, oldest first. */
export const listMeasured = <K extends Measured>(
  store: Store,
  actor: Actor,
  programId: string,
  kind: K,
  page: { limit?: number; cursor?: string; prefix?: string },
): Promise<Page<RecordOf<K>>> => store.list(kind, { tenantId: actor.tenantId, scope: programId }, page)

/** @throws DomainError `NotFound` */
export const readMeasured = async <K extends Measured>(
  store: Store,
  actor: Actor,
  programId: string,
  kind: K,
  id: string,
): Promise<RecordOf<K>> => {
  const found = await store.get(kind, { tenantId: actor.tenantId, scope: programId }, id)
  if (found) return found
  throw new DomainError('NotFound', `There is no ${nouns[kind]} "${id}" in this program.`)
}

/** The newest of a kind, by its sortable id. `prefix` narrows deliverables to one kind; `counts` to those that qualify. */
export const newestMeasured = async <K extends Measured>(
  store: Store,
  scope: { tenantId: string; scope: string },
  kind: K,
  { prefix, counts = () => true }: { prefix?: string; counts?: (record: RecordOf<K>) => boolean } = {},
): Promise<RecordOf<K> | undefined> =>
  (await listAll((cursor) => store.list(kind, scope, { cursor, ...(prefix && { prefix }) }))).filter(counts).at(-1)
