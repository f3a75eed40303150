import { z } from 'zod'
import { scoped, timestamp } from './record.ts'
import { role } from './roles.ts'

/** Someone known to the organisation. `id` is the person's id; the e-mail address is unique in the organisation. */
export const person = scoped.extend({
  email: z.email(),
  name: z.string().min(1),
  zone: z.string(),
  /** The person's manager, by person id, where the roster says. */
  managerId: z.string().optional(),
})
export type Person = z.infer<typeof person>

/** Makes an e-mail address unique: `id` is the address in small letters. */
export const emailClaim = scoped.extend({ personId: z.string() })

/** A person's part in one program: `id` is the person's id. Coaches and mentors carry how many people they can take (`places`). */
export const member = scoped.extend({
  roles: z.array(role).min(1),
  learnerKind: z.enum(['person', 'agent']),
  places: z.number().int().min(0),
  /** `left`: has left the organisation, by its HR system; active again if they come back. */
  status: z.enum(['active', 'withdrawn', 'left']),
  withdrawnReason: z.string().optional(),
  joinedAt: timestamp,
})
export type Member = z.infer<typeof member>
