import { z } from 'zod'
import { scoped, timestamp } from '../../record.ts'
import type { Role } from '../../roles.ts'
import { sealed } from '../../sealed.ts'
import { vendorNames } from '../vendors/vendor-names.ts'

/** A secret that deliveries are signed with, or a bearer token; two are valid at once while one replaces the other. */
const connectionSecret = z.strictObject({ id: z.string(), sealed, addedAt: timestamp })

/** What somebody can be made by being hired; whoever decides or sees more than their own part is named by hand. */
const hireRoles = ['participant', 'coach', 'mentor', 'manager'] as const satisfies Role[]

/** Which of the newly hired are offered a place in a program (I5); a filter that is left out lets everybody in. */
export const hireOffer = z.strictObject({
  programId: z.string(),
  roles: z.array(z.enum(hireRoles)).min(1),
  departments: z.array(z.string().trim().min(1)).optional(),
  titles: z.array(z.string().trim().min(1)).optional(),
})
export type HireOffer = z.infer<typeof hireOffer>

/** Where people's data come from: one HR system of the organisation; in the organisation's scope. */
export const connectionRecord = scoped.extend({
  vendor: z.enum(vendorNames),
  name: z.string(),
  status: z.enum(['on', 'off']),
  /** What the vendor's set-up asks for and may be read again: company, region; never a credential. */
  settings: z.record(z.string(), z.string()),
  /** What reads back with the vendor: name → sealed text. */
  credentials: z.record(z.string(), sealed),
  secrets: z.array(connectionSecret).max(2),
  /** The part of the door's address that nobody can guess. */
  doorSecret: z.string(),
  /** The zone in which dates of this system begin, and of people whose own zone nobody told. */
  zone: z.string(),
  offers: z.array(hireOffer),
  /** Of rows of long ago; it has a row of its own (`note-turned-away.ts`). */
  turnedAway: z.unknown().optional(),
  createdAt: timestamp,
  createdBy: z.string(),
})
export type ConnectionRecord = z.infer<typeof connectionRecord>

/** Everything that comes through a connection has a scope of its own, so that a busy one has partitions of its own (F10). */
export const scopeOfConnection = (connection: { tenantId: string; id: string }) => ({
  tenantId: connection.tenantId,
  scope: `connection ${connection.id}`,
})
