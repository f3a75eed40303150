import type { Event } from '@pilotgate/core/events'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { Store } from '@pilotgate/core/ports'
import { platform } from '@pilotgate/core/program/actor'
import { scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { isOpen } from '@pilotgate/core/program/hr/effects/programs-concerned'
import { allOf, holders, loadMembers, loadPeople } from '@pilotgate/core/program/load'
import { organisation } from '@pilotgate/core/program/record'
import type { Envelope } from '../fields.ts'
import { type MessageData, messages } from '../index.ts'
import { type Message, render } from '../message.ts'
import type { EventOf, Site } from './ground.ts'

type Kind = 'webhook-off' | 'connection-troubled'

/** Who looks after what belongs to the organisation: the program owners of programs that go on (or of some of them). */
const keepers = async (store: Store, tenantId: string, programIds: string[]) => {
  const programs = (await allOf(store, 'program', { tenantId, scope: organisation })).filter(isOpen)
  const concerned = programIds.length === 0 ? programs : programs.filter(({ id }) => programIds.includes(id))
  const members = (await Promise.all(concerned.map((program) => loadMembers(store, program)))).flat()
  return [
    ...(
      await loadPeople(store, tenantId, [...new Set(holders(members, 'program owner').map(({ id }) => id))])
    ).values(),
  ]
}

/** One mail to each keeper, under the same rules for `occasion` as in a program. */
const tell = async <K extends Kind>(
  { store, site, event }: { store: Store; site: Site; event: Event },
  kind: K,
  occasion: string,
  programIds: string[],
  data: Omit<MessageData<K>, keyof Envelope>,
): Promise<Notice[]> =>
  (await keepers(store, event.tenantId, programIds)).map(({ id, name, email, zone }) => {
    const rendered = render(messages[kind] as Message, {
      ...{ organisationName: site.organisationName(event.tenantId), recipientName: name, zone },
      ...{ recipientRoles: ['program owner'], ...data },
    })
    return { mailId: `${occasion}.${kind}.${id}`, kind, gate: 'organisation', personId: id, to: email, rendered }
  })

/** A webhook has turned itself off: the program owners of the programs it hears of. */
export const webhookOff = async (store: Store, event: EventOf<'webhook.changed'>, site: Site): Promise<Notice[]> => {
  if (event.by !== platform) return []
  const webhook = await store.get('webhook', { tenantId: event.tenantId, scope: organisation }, event.webhookId)
  if (webhook?.offBecause === undefined) return []
  const { id, url, offBecause, programIds } = webhook
  return tell({ store, site, event }, 'webhook-off', `organisation.${id}.${event.at}`, programIds, {
    ...{ host: new URL(url).host, because: offBecause, at: event.at },
    href: `${site.publicUrl}/webhooks/${id}`,
  })
}

/** A delivery of an HR system cannot be used: all program owners, of each connection once a day (UTC) at most. */
export const connectionTroubled = async (
  store: Store,
  event: EventOf<'connection.troubled'>,
  site: Site,
): Promise<Notice[]> => {
  const { tenantId, connectionId, deliveryId, at } = event
  const [connection, delivery] = await Promise.all([
    store.get('connection', { tenantId, scope: organisation }, connectionId),
    store.get('inboxLog', scopeOfConnection({ tenantId, id: connectionId }), deliveryId),
  ])
  if (!connection || !delivery) return []
  return tell({ store, site, event }, 'connection-troubled', `organisation.${connectionId}.${at.slice(0, 10)}`, [], {
    ...{ connectionName: connection.name, problem: delivery.words, receivedAt: delivery.receivedAt },
    href: `${site.publicUrl}/connections/${connectionId}`,
  })
}
