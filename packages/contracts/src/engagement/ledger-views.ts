import { type BlockerRecord, blockerRecord } from '@pilotgate/core/engagement/ledgers/blocker'
import {
  type EscalationRecord,
  escalationRecord,
  escalationRoutes,
} from '@pilotgate/core/engagement/ledgers/escalation'
import type { SeenRow } from '@pilotgate/core/engagement/ledgers/list-ledger'
import { milestoneRecord } from '@pilotgate/core/engagement/ledgers/milestone'
import { sponsorActionRecord } from '@pilotgate/core/engagement/ledgers/sponsor-action'
import { role } from '@pilotgate/core/program/roles'
import { z } from 'zod'

const stored = { tenantId: true, scope: true, id: true, version: true } as const

const sponsorAction = sponsorActionRecord.omit(stored).shape
/** A sponsor action; what it is and what shows it is read by the pair alone. */
export const sponsorActionView = z.object({
  ...sponsorAction,
  sponsorActionId: z.string(),
  text: sponsorAction.text.optional(),
})
export const toSponsorActionView = ({ row, sight }: SeenRow<'sponsorAction'>): z.input<typeof sponsorActionView> => {
  const { text, evidence, ...rest } = row
  return { ...rest, sponsorActionId: row.id, ...(sight === 'pair' && { text, evidence }) }
}

const milestone = milestoneRecord.omit(stored).shape
/** A milestone; what it is and what shows it is read by the pair alone. */
export const milestoneView = z.object({ ...milestone, milestoneId: z.string(), title: milestone.title.optional() })
export const toMilestoneView = ({ row, sight }: SeenRow<'milestone'>): z.input<typeof milestoneView> => {
  const { title, evidence, ...rest } = row
  return { ...rest, milestoneId: row.id, ...(sight === 'pair' && { title, evidence }) }
}

const blocker = blockerRecord.omit(stored).shape
/** A blocker; its words are for those it concerns and those who run the program. */
export const blockerView = z.object({
  ...blocker,
  blockerId: z.string(),
  text: blocker.text.optional(),
  raisedBy: z.string().optional(),
})
export const toBlockerView = (row: BlockerRecord, sight: 'words' | 'status'): z.input<typeof blockerView> => {
  const { text, resolution, raisedBy, resolvedBy, ...rest } = row
  return { ...rest, blockerId: row.id, ...(sight === 'words' && { text, resolution, raisedBy, resolvedBy }) }
}

const escalation = escalationRecord.omit({ ...stored, overdueToldAt: true }).shape
/** An escalation as those read it whom it goes to, and who raised it; `late` after the end of its SLA clock. */
export const escalationView = z.object({
  ...escalation,
  escalationId: z.string(),
  goesTo: z.array(role),
  late: z.boolean(),
})
export const toEscalationView = (row: EscalationRecord, now: string): z.input<typeof escalationView> => ({
  ...row,
  escalationId: row.id,
  goesTo: [...escalationRoutes[row.kind].to],
  late: (row.answeredAt ?? now) > row.dueAt,
})
