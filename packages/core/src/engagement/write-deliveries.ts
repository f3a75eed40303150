import type { Change, Scope, Store } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { allOf } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import { type DeliveryInput, type DeliveryRecord, deliveryInput } from '../selection/supervision/delivery-record.ts'
import { deliveryOf } from './delivery-of.ts'

/** Records written in one transaction. */
const batch = 90

const fields = Object.keys(deliveryInput.shape) as (keyof DeliveryInput)[]
const same = (one: DeliveryInput, other: DeliveryInput): boolean =>
  fields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))

/**
 * Counts what every coach and mentor of a program delivered in its engagements, for continuing assignment (Q5) and levels, and writes
 * what has changed. From the first session that was due on, this takes the place of what leads counted by hand. Repeatable; once a day
 * is enough.
 */
export const writeDeliveries = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  tenantId: string,
  programId: string,
): Promise<void> =>
  whileStale(async () => {
    const scope = { tenantId, scope: programId }
    const counted = await countDeliveries(store, scope, now)
    const known = new Map((await allOf(store, 'delivery', scope)).map((each) => [each.id, each]))
    const changes = counted.flatMap(([personId, input]): Change[] => {
      const before = known.get(personId)
      if (before && same(before, input)) return []
      const version = before?.version ?? 0
      const record: DeliveryRecord = { ...scope, id: personId, version, ...input, at: now, by: platform }
      return [{ kind: 'delivery', record, expect: version }]
    })
    while (changes.length > 0) await store.commit(changes.splice(0, batch))
  })

/** By provider; nobody whose first session is still ahead. Who coaches and mentors here is counted by the service of most engagements. */
const countDeliveries = async (store: Store, scope: Scope, now: string): Promise<[string, DeliveryInput][]> => {
  const engagements = await allOf(store, 'engagement', scope)
  if (engagements.every(({ sessionsMade }) => sessionsMade === 0)) return []
  const [sessions, closings] = await Promise.all([allOf(store, 'session', scope), allOf(store, 'closing', scope)])
  const sessionsOf = Map.groupBy(sessions, ({ engagementId }) => engagementId)
  const closingsOf = Map.groupBy(closings, ({ engagementId }) => engagementId)
  const byProvider = Map.groupBy(engagements, ({ providerId }) => providerId)
  return [...byProvider].flatMap(([providerId, all]): [string, DeliveryInput][] => {
    const coached = all.filter(({ service }) => service === 'coach')
    const service = 2 * coached.length >= all.length ? 'coach' : 'mentor'
    const own = all.filter((each) => each.service === service)
    const rows = {
      service,
      sessions: own.flatMap(({ id }) => sessionsOf.get(id) ?? []),
      closings: own.flatMap(({ id }) => closingsOf.get(id) ?? []),
    } as const
    const input = deliveryOf(rows, now)
    return input.sessionsPlanned > 0 ? [[providerId, input]] : []
  })
}
