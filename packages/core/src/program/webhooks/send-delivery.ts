import { DomainError, isDomainError } from '../../errors.ts'
import type { Vault, Web } from '../../ports.ts'
import { secondsOf } from './retry-schedule.ts'
import { signatureHeaders } from './sign.ts'
import { openSecrets } from './signing-secrets.ts'
import type { WebhookDeliveryRecord, WebhookRecord } from './webhook-record.ts'

/** `realTime`: milliseconds since 1970 by the clock of the world, which receivers compare the time of a signature with. */
export type Sender = { web: Web; secrets: Vault; realTime: () => number }

type Attempt = WebhookDeliveryRecord['attempts'][number]

/** How one attempt went. `gone`: the receiver wants nothing more. `waitSeconds`: how long it asks us to wait, 0 if it does not. */
export type Sent = { attempt: Attempt; delivered: boolean; gone: boolean; waitSeconds: number }

const problemOf = (status: number): string | undefined => {
  if (status >= 200 && status < 300) return undefined
  if (status >= 300 && status < 400)
    return `It answered ${status}, a redirect, which is not followed. Give the webhook the address that it leads to.`
  if (status === 410) return 'It answered 410 (gone): it wants no more events.'
  return `It answered ${status}. It has to answer with a status from 200 to 299.`
}

/**
 * Sends a delivery once, signed with every valid secret. What the receiver answers beside its status is not kept. A failure is an outcome.
 * @param now when it is, for the log
 * @throws DomainError `Unavailable` when the secrets cannot be opened now
 */
export const sendDelivery = async (
  { web, secrets, realTime }: Sender,
  webhook: WebhookRecord,
  { messageId, body }: Pick<WebhookDeliveryRecord, 'messageId' | 'body'>,
  now: string,
): Promise<Sent> => {
  const started = realTime()
  const failed = (problem: string, milliseconds: number): Sent => {
    const attempt = { at: now, milliseconds, problem }
    return { attempt, delivered: false, gone: false, waitSeconds: 0 }
  }
  const valid = await openSecrets(secrets, webhook).catch((error: unknown) => {
    if (isDomainError(error, 'NotFound')) return undefined
    throw error
  })
  if (!valid) return failed('Its secrets were destroyed. Remove the webhook and make it anew.', 0)
  const signed = { messageId, sentAt: Math.floor(started / 1000), body }
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Pilotgate-Webhooks/1.0',
    ...(await signatureHeaders(signed, valid)),
  }
  try {
    const answer = await web.send({ method: 'POST', url: webhook.url, headers, body, withoutBody: true })
    const problem = problemOf(answer.status)
    return {
      attempt: { at: now, status: answer.status, milliseconds: Math.round(answer.milliseconds), problem },
      delivered: problem === undefined,
      gone: answer.status === 410,
      waitSeconds: secondsOf(answer.headers['retry-after'], realTime()),
    }
  } catch (error) {
    if (error instanceof DomainError) return failed(error.message, Math.max(0, Math.round(realTime() - started)))
    throw error
  }
}
