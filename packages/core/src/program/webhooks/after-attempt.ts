import { nextAttempt } from './retry-schedule.ts'
import type { Sent } from './send-delivery.ts'
import type { WebhookDeliveryRecord, WebhookRecord } from './webhook-record.ts'

const mostAttempts = 20

/** The times of the attempts that count: those since it was made, or asked for again. */
const counted = ({ attempts, startedAt }: WebhookDeliveryRecord): string[] =>
  attempts.map(({ at }) => at).filter((at) => Date.parse(at) >= Date.parse(startedAt))

/**
 * A delivery after an attempt: delivered, to be tried again, or given up. What has been delivered stays so, whatever another attempt at
 * the same time came to.
 * @param isWanted whether the webhook is still there and on
 */
export const deliveryAfter = (
  delivery: WebhookDeliveryRecord,
  sent: Sent,
  isWanted: boolean,
): WebhookDeliveryRecord => {
  const tried = { ...delivery, attempts: [...delivery.attempts, sent.attempt].slice(-mostAttempts), nextAt: undefined }
  if (sent.delivered || delivery.status === 'delivered') return { ...tried, status: 'delivered' }
  if (sent.gone || !isWanted) return { ...tried, status: 'failed' }
  const times = counted(tried)
  // An attempt from before it was asked for again: the next one is on its way already.
  const nextAt = times.length === 0 ? delivery.nextAt : nextAttempt(times, sent.attempt.at, sent.waitSeconds)
  return { ...tried, status: nextAt === undefined ? 'failed' : 'waiting', nextAt }
}

/**
 * A webhook after an attempt: off at once when the receiver wants nothing more, or when a delivery is given up and nothing else has gone
 * through since it was first tried.
 */
export const webhookAfter = (webhook: WebhookRecord, sent: Sent, delivery: WebhookDeliveryRecord): WebhookRecord => {
  if (webhook.status === 'off') return webhook
  if (sent.delivered) return webhook.failingSince === undefined ? webhook : { ...webhook, failingSince: undefined }
  const failingSince = webhook.failingSince ?? sent.attempt.at
  const off = (offBecause: string): WebhookRecord => ({ ...webhook, failingSince, status: 'off', offBecause })
  if (sent.gone) return off('The address answered 410 (gone): it wants no more events.')
  const [firstTried] = counted(delivery)
  const isGivenUp = delivery.status === 'failed' && firstTried !== undefined
  if (isGivenUp && Date.parse(failingSince) <= Date.parse(firstTried)) {
    return off('Nothing could be delivered for three days. See the log of deliveries, then turn it on again.')
  }
  return webhook.failingSince === undefined ? { ...webhook, failingSince } : webhook
}
