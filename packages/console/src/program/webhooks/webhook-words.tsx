import type { Answer } from '../../api/client.ts'
import type { RowOf } from '../../api/queries.ts'

export type Webhook = Answer<'getWebhook'>
export type WebhookDelivery = RowOf<'listWebhookDeliveries'>

/** Which events a webhook gets. */
export const eventsInWords = ({ events }: Pick<Webhook, 'events'>): string => events.join(', ') || 'all'
