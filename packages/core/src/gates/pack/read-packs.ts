import { DomainError } from '../../errors.ts'
import type { Page, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import type { PackRecord } from '../pack-record.ts'

/** A page of steering packs in the order of their ids; `about` keeps those of one gate or day. */
export const listPacks = (
  store: Store,
  actor: Actor,
  programId: string,
  { about, ...page }: { about?: string | undefined; limit?: number; cursor?: string | undefined },
): Promise<Page<PackRecord>> =>
  store.list(
    'pack',
    { tenantId: actor.tenantId, scope: programId },
    {
      ...(page.limit && { limit: page.limit }),
      ...(page.cursor && { cursor: page.cursor }),
      ...(about && { prefix: `${about}.` }),
    },
  )

/** @throws DomainError `NotFound` */
export const readPack = async (store: Store, actor: Actor, programId: string, packId: string): Promise<PackRecord> => {
  const found = await store.get('pack', { tenantId: actor.tenantId, scope: programId }, packId)
  if (found) return found
  throw new DomainError('NotFound', `There is no steering pack "${packId}" in this program.`)
}
