import type { Vault } from '../../ports.ts'
import type { Work } from '../actor.ts'
import { newSigningSecret } from './sign.ts'
import type { WebhookRecord } from './webhook-record.ts'

type Named = Pick<WebhookRecord, 'tenantId' | 'id'>
type SealedSecret = WebhookRecord['secrets'][number]

const about = (secretId: string): string => `secret ${secretId}`

/** Whose secrets they are, for the vault. */
export const keeperOf = ({ tenantId, id }: Named) => ({ tenantId, personId: `webhook.${id}` })

/**
 * A webhook with one more secret, and the secret as it is shown once. A request sent again brings the same ids (F13): the secret it made
 * then is the answer now.
 * @throws DomainError `Unavailable`
 */
export const withSecret = async (
  { ids, now }: Work,
  vault: Vault,
  webhook: WebhookRecord,
): Promise<{ webhook: WebhookRecord; shown: string; isNew: boolean }> => {
  const id = ids.next()
  const known = webhook.secrets.find((secret) => secret.id === id)
  if (known) return { webhook, shown: await open(vault, webhook, known), isNew: false }
  const shown = newSigningSecret(ids)
  const secret = { id, sealed: await vault.seal(keeperOf(webhook), about(id), shown), addedAt: now }
  return { webhook: { ...webhook, secrets: [...webhook.secrets, secret] }, shown, isNew: true }
}

const open = (vault: Vault, webhook: Named, { id, sealed }: SealedSecret): Promise<string> =>
  vault.open(keeperOf(webhook), about(id), sealed)

/** The secrets that are valid, the newest last. @throws DomainError `NotFound` (destroyed), `Unavailable` */
export const openSecrets = (vault: Vault, webhook: WebhookRecord): Promise<string[]> =>
  Promise.all(webhook.secrets.map((secret) => open(vault, webhook, secret)))
