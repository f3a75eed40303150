import type { NewEvent } from '../../events.ts'
import type { Change, Scope } from '../../ports.ts'
import { plusDays } from '../../program/calendar.ts'
import { escalationChanged } from '../tell.ts'
import { type EscalationKind, type EscalationRecord, escalationRoutes } from './escalation.ts'

/** `zone` is the program's, in whose calendar days the SLA clock runs. */
type Raised = { kind: EscalationKind; text: string; zone: string; now: string; by: string }

/**
 * An escalation with its SLA clock running (E8), to be committed with whatever caused it.
 * @param about the engagement it is about, or the scope of the program alone
 */
export const newEscalation = (
  about: Scope & { id?: string },
  id: string,
  { kind, text, zone, now, by }: Raised,
): { record: EscalationRecord; change: Change; event: NewEvent } => {
  const record: EscalationRecord = {
    ...{ tenantId: about.tenantId, scope: about.scope, id: `E.${id}`, version: 0 },
    ...(about.id !== undefined && { engagementId: about.id }),
    ...{ kind, text, raisedBy: by, raisedAt: now, status: 'open' },
    dueAt: plusDays(now, zone, escalationRoutes[kind].days),
  }
  const event = escalationChanged(record, 'raised', { now, by })
  return { record, change: { kind: 'escalation', record, expect: 0 }, event }
}
