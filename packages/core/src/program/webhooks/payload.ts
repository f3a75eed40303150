import type { Event } from '../../events.ts'
import { shownDetails, toAuditLine } from '../read-audit.ts'
import { organisation } from '../record.ts'

/** What the audit shows and webhooks do not send: words that people wrote, why a pair has ended, and what it speaks about (P2). */
export const withheldFromWebhooks: readonly string[] = ['reason', 'endReason', 'topics']

const shown: readonly string[] = shownDetails

/** Whether a field of an event may leave the house: ids, states, days and counts. A field that nobody has decided about stays. */
export const leaves = (field: string): boolean => shown.includes(field) && !withheldFromWebhooks.includes(field)

/** What is sent, in the shape of Standard Webhooks; thin: whoever wants to know more asks the API. */
export type WebhookPayload = { type: string; timestamp: string; data: Record<string, unknown> }

/** An event as it may leave the house. An address is no id: of those who act for the organisation it is not told who they are. */
export const toPayload = (event: Event): WebhookPayload => {
  const { type, at, by, details } = toAuditLine(event)
  const { programId } = event
  return {
    type,
    timestamp: at,
    data: {
      ...(programId !== organisation && { programId }),
      ...(by !== undefined && !by.includes('@') && { by }),
      ...Object.fromEntries(Object.entries(details).filter(([field]) => leaves(field))),
    },
  }
}
