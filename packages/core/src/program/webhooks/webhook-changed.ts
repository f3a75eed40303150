import type { NewEvent } from '../../events.ts'
import { organisation } from '../record.ts'
import type { WebhookRecord } from './webhook-record.ts'

/** Tells that a webhook was changed, for the audit of the organisation: which fields, not what is in them. */
export const webhookChanged = (
  { tenantId, id }: WebhookRecord,
  told: { at: string; by: string; fields: string[] },
): NewEvent => ({ type: 'webhook.changed', tenantId, programId: organisation, webhookId: id, ...told })
