import { DomainError } from '../../errors.ts'
import type { Page, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { mayGuide } from '../supervision/coaches.ts'
import type { PracticumRecord } from './practicum-record.ts'

/** Practicums of a program: supervisors and leads see all, coaches their own. */
export const listPracticums = async (
  store: Store,
  actor: Actor,
  programId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<PracticumRecord>> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  if (mayGuide(actor, 'coach')) return store.list('practicum', scope, page as { limit: number })
  const own = await store.get('practicum', scope, actor.personId)
  return { items: own ? [own] : [], cursor: undefined }
}

/**
 * @param of the person's id, or `me`
 * @throws DomainError `NotFound`, also for somebody else's when one may not see it
 */
export const readPracticum = async (
  store: Store,
  actor: Actor,
  programId: string,
  of: string,
): Promise<PracticumRecord> => {
  const personId = of === 'me' ? actor.personId : of
  const allowed = personId === actor.personId || mayGuide(actor, 'coach')
  const found = allowed && (await store.get('practicum', { tenantId: actor.tenantId, scope: programId }, personId))
  if (!found) throw new DomainError('NotFound', `There is no practicum of "${of}" that you can see.`)
  return found
}
