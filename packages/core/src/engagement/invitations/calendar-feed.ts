import { DomainError } from '../../errors.ts'
import type { Caller, Store } from '../../ports.ts'
import type { Work } from '../../program/actor.ts'
import { findLinked } from '../../program/find-linked.ts'
import { linkKey } from '../../program/link-key.ts'
import { personIdOf } from '../../program/people.ts'
import { organisation } from '../../program/record.ts'
import { sameSecret } from '../../program/same-secret.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CalendarFeedRecord } from './invitation-record.ts'

/** The key in the address of a person's calendar, and since when it is good. */
export type CalendarFeed = { key: string; createdAt: string }

const toFeed = (record: CalendarFeedRecord): CalendarFeed => ({
  key: linkKey(record, record.secret),
  createdAt: record.createdAt,
})

const ownFeed = async (store: Store, { tenantId, email }: Caller) => {
  const id = await personIdOf(store, tenantId, email)
  if (id === undefined) {
    throw new DomainError('NotFound', 'You have no part in any program yet, and so no sessions to subscribe to.')
  }
  return { id, known: await store.get('calendarFeed', { tenantId, scope: organisation }, id) }
}

/** The caller's own feed; `undefined`: none was made. @throws DomainError `NotFound` (nobody of the organisation's programs) */
export const readFeed = async (store: Store, caller: Caller): Promise<CalendarFeed | undefined> => {
  const { known } = await ownFeed(store, caller)
  return known && toFeed(known)
}

/** Makes the caller a feed; the key of one made before opens nothing any more. @throws DomainError `NotFound` */
export const makeFeed = ({ store, ids, now }: Work, caller: Caller): Promise<CalendarFeed> =>
  whileStale(async () => {
    const { id, known } = await ownFeed(store, caller)
    const record: CalendarFeedRecord = {
      ...{ tenantId: caller.tenantId, scope: organisation, id, version: known?.version ?? 0 },
      ...{ secret: ids.secret(), createdAt: now },
    }
    await store.commit([{ kind: 'calendarFeed', record, expect: record.version }])
    return toFeed(record)
  })

/** Takes the caller's feed away; nothing when there is none. @throws DomainError `NotFound` */
export const removeFeed = ({ store }: Pick<Work, 'store'>, caller: Caller): Promise<void> =>
  whileStale(async () => {
    const { known } = await ownFeed(store, caller)
    if (!known) return
    await store.commit([{ kind: 'calendarFeed', record: known, expect: known.version, remove: true }])
  })

/** Whose calendar a key opens. Whatever is wrong with it, the answer is the same. @throws DomainError `NotFound` */
export const openFeed = async (store: Store, key: string): Promise<{ tenantId: string; personId: string }> => {
  const found = await findLinked(store, 'calendarFeed', key)
  if (!found || !sameSecret(found.secret, found.record.secret)) {
    throw new DomainError('NotFound', 'This address opens no calendar. Copy it again from your settings.')
  }
  const { tenantId, id: personId } = found.record
  return { tenantId, personId }
}
