import { DomainError } from '../../errors.ts'
import type { Vault } from '../../ports.ts'
import type { Actor, Work } from '../actor.ts'
import { loadWebhook } from './load-webhook.ts'
import { withSecret } from './signing-secrets.ts'
import { webhookChanged } from './webhook-changed.ts'
import type { WebhookRecord } from './webhook-record.ts'

const mostSecrets = 2

/**
 * Makes a second secret. Both sign until one is removed, so that the receiver changes over in its own time.
 * @returns the webhook, and the new secret to be shown once
 * @throws DomainError `NotFound`, `NotPossibleNow` when there are two already, `Unavailable`
 */
export const addWebhookSecret = async (
  work: Work,
  secrets: Vault,
  actor: Actor,
  webhookId: string,
): Promise<{ webhook: WebhookRecord; newSecret: string }> => {
  const webhook = await loadWebhook(work.store, actor.tenantId, webhookId)
  const more = await withSecret(work, secrets, webhook)
  if (!more.isNew) return { webhook, newSecret: more.shown }
  if (more.webhook.secrets.length > mostSecrets) {
    throw new DomainError('NotPossibleNow', 'There are two secrets already. Remove the old one first.')
  }
  return { webhook: await saveSecrets(work, actor, more.webhook), newSecret: more.shown }
}

/** Nothing is signed with the secret any more. @throws DomainError `NotFound`, `NotPossibleNow` for the only one */
export const removeWebhookSecret = async (
  work: Work,
  actor: Actor,
  webhookId: string,
  secretId: string,
): Promise<WebhookRecord> => {
  const webhook = await loadWebhook(work.store, actor.tenantId, webhookId)
  const left = webhook.secrets.filter(({ id }) => id !== secretId)
  if (left.length === webhook.secrets.length) {
    throw new DomainError('NotFound', `The webhook has no secret "${secretId}".`)
  }
  if (left.length === 0) {
    throw new DomainError('NotPossibleNow', 'This is the only secret. Make a second one first, then remove this one.')
  }
  return saveSecrets(work, actor, { ...webhook, secrets: left })
}

const saveSecrets = async ({ store, now }: Work, { personId }: Actor, webhook: WebhookRecord) => {
  await store.commit(
    [{ kind: 'webhook', record: webhook, expect: webhook.version }],
    [webhookChanged(webhook, { at: now, by: personId, fields: ['secrets'] })],
  )
  return { ...webhook, version: webhook.version + 1 }
}
