import { DomainError } from '../../errors.ts'
import type { Vault } from '../../ports.ts'
import type { Actor, Work } from '../actor.ts'
import { checkWebhook, type WebhookWish } from './check-webhook.ts'
import { loadWebhook } from './load-webhook.ts'
import { keeperOf } from './signing-secrets.ts'
import { webhookChanged } from './webhook-changed.ts'
import type { WebhookRecord } from './webhook-record.ts'

export type WebhookEdit = Partial<WebhookWish & Pick<WebhookRecord, 'status'>>

/**
 * Changes a webhook, or turns it on or off. Turned on, it begins anew: what failed before does not count.
 * @param expected the version the caller read (`If-Match`)
 * @throws DomainError `NotFound`, `StaleVersion`, `InvalidInput` naming each field
 */
export const editWebhook = async (
  { store, now }: Work,
  privateHosts: string[],
  { tenantId, personId }: Actor,
  webhookId: string,
  expected: number,
  edit: WebhookEdit,
): Promise<WebhookRecord> => {
  const webhook = await loadWebhook(store, tenantId, webhookId)
  if (webhook.version !== expected) {
    throw new DomainError(
      'StaleVersion',
      `The webhook is at version ${webhook.version} now. Read it again, then repeat the change.`,
    )
  }
  await checkWebhook(store, tenantId, edit, privateHosts)
  const fresh = edit.status !== undefined && edit.status !== webhook.status
  const edited = { ...webhook, ...edit, ...(fresh && { offBecause: undefined, failingSince: undefined }) }
  await store.commit(
    [{ kind: 'webhook', record: edited, expect: expected }],
    [webhookChanged(webhook, { at: now, by: personId, fields: Object.keys(edit) })],
  )
  return { ...edited, version: expected + 1 }
}

/**
 * Removes a webhook with its secrets. Deliveries that are under way end; the log goes after its 30 days and is not shown any more.
 * @throws DomainError `NotFound`, `Unavailable`
 */
export const removeWebhook = async (
  { store, now }: Work,
  secrets: Vault,
  { tenantId, personId }: Actor,
  webhookId: string,
): Promise<void> => {
  const webhook = await loadWebhook(store, tenantId, webhookId)
  // Secrets first: a webhook that is left over by a failure in between can be removed again, secrets could not.
  await secrets.erase(keeperOf(webhook))
  await store.commit(
    [{ kind: 'webhook', record: webhook, expect: webhook.version, remove: true }],
    [webhookChanged(webhook, { at: now, by: personId, fields: ['removed'] })],
  )
}
