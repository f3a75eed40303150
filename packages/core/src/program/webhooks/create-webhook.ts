import { DomainError } from '../../errors.ts'
import type { Vault } from '../../ports.ts'
import type { Actor, Work } from '../actor.ts'
import { allOf } from '../load.ts'
import { organisation } from '../record.ts'
import { checkWebhook, type WebhookWish } from './check-webhook.ts'
import { withSecret } from './signing-secrets.ts'
import { webhookChanged } from './webhook-changed.ts'
import type { WebhookRecord } from './webhook-record.ts'

/** They are read with every batch of events. */
const mostWebhooks = 25

/**
 * Sends events to an address from now on.
 * @returns the webhook, and its secret to be shown once
 * @throws DomainError `InvalidInput` naming each field, `NotPossibleNow` (as many as there may be), `Unavailable`
 */
export const createWebhook = async (
  work: Work,
  { secrets, privateHosts }: { secrets: Vault; privateHosts: string[] },
  { tenantId, personId }: Pick<Actor, 'tenantId' | 'personId'>,
  wish: WebhookWish,
): Promise<{ webhook: WebhookRecord; newSecret: string }> => {
  const { store, ids, now } = work
  const scope = { tenantId, scope: organisation }
  const id = ids.next()
  const made = await store.get('webhook', scope, id)
  if (!made) {
    await checkWebhook(store, tenantId, wish, privateHosts)
    if ((await allOf(store, 'webhook', scope)).length >= mostWebhooks) {
      throw new DomainError('NotPossibleNow', `There are ${mostWebhooks} webhooks already. Remove one first.`)
    }
  }
  const blank: WebhookRecord = {
    ...{ ...scope, id, version: 0, ...wish, status: 'on', secrets: [] },
    ...{ createdAt: now, createdBy: personId },
  }
  const { webhook, shown, isNew } = await withSecret(work, secrets, made ?? blank)
  if (!isNew) return { webhook, newSecret: shown }
  await store.commit(
    [{ kind: 'webhook', record: webhook, expect: 0 }],
    [webhookChanged(webhook, { at: now, by: personId, fields: ['created'] })],
  )
  return { webhook: { ...webhook, version: 1 }, newSecret: shown }
}
