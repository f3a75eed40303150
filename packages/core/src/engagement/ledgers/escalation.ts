import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import type { Role } from '../../program/roles.ts'

/** Kinds of escalation (E8), who deals with each, and within how many days. */
export const escalationRoutes = {
  operational: { to: ['program owner', 'program lead', 'learning operations'], days: 3 },
  ethical: { to: ['hr head'], days: 2 },
  performance: { to: ['hr head'], days: 5 },
  strategic: { to: ['sponsor', 'learning director', 'transformation lead'], days: 7 },
} as const satisfies Record<string, { to: Role[]; days: number }>
export type EscalationKind = keyof typeof escalationRoutes
export const escalationKinds = Object.keys(escalationRoutes) as [EscalationKind, ...EscalationKind[]]

/** A matter handed to operations, HR or steering; only they and who raised it read it. `id` is `E.` and a sortable id. */
export const escalationRecord = scoped.extend({
  engagementId: z.string().optional(),
  kind: z.enum(escalationKinds),
  text: z.string().min(1).max(2000),
  /** A person, or the platform for a stalled pair (E7). */
  raisedBy: z.string(),
  raisedAt: timestamp,
  /** The end of its SLA clock. */
  dueAt: timestamp,
  status: z.enum(['open', 'answered']),
  answer: z.string().max(2000).optional(),
  answeredBy: z.string().optional(),
  answeredAt: timestamp.optional(),
  /** The owner was told that the clock had run out. */
  overdueToldAt: timestamp.optional(),
})
export type EscalationRecord = z.infer<typeof escalationRecord>
