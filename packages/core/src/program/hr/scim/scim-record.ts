import { z } from 'zod'
import { scoped, timestamp } from '../../record.ts'

const words = z.string().trim().min(1).max(300)
/** Short enough, in bytes too, to be part of the id of the row by which it is found. */
const key = z.string().trim().min(1).max(200)

/** An address at work. Others are not kept (P3). */
const email = z.strictObject({
  value: z.string().trim().min(1).max(254),
  type: words.optional(),
  primary: z.boolean().optional(),
})

/** What is kept of a user of an identity provider: what Pilotgate works with, and what the provider looks for when it comes back (P3). */
export const scimUser = z.strictObject({
  userName: key,
  externalId: key.optional(),
  name: z
    .strictObject({
      formatted: words.optional(),
      familyName: words.optional(),
      givenName: words.optional(),
      middleName: words.optional(),
    })
    .optional(),
  displayName: words.optional(),
  title: words.optional(),
  /** No longer active: has left the organisation. */
  active: z.boolean(),
  emails: z.array(email).max(20),
  timezone: words.optional(),
  locale: words.optional(),
  employeeNumber: words.optional(),
  department: words.optional(),
  /** The id of the manager's user; an e-mail address at providers that know no ids. */
  manager: words.optional(),
})
export type ScimUser = z.infer<typeof scimUser>

/** A group; its members are ids of users or groups. Groups are kept and given back, and mean nothing else here. */
export const scimGroup = z.strictObject({
  displayName: key,
  externalId: key.optional(),
  members: z.array(z.string().trim().min(1).max(64)).max(5000),
})
export type ScimGroup = z.infer<typeof scimGroup>

/** `changedAt` is later with each version, also when two come within a millisecond. */
const times = { createdAt: timestamp, changedAt: timestamp }

export const onceTold = ['title', 'department', 'manager'] as const

/** A user as the identity provider of a connection last told them; in the scope of the connection. */
export const scimUserRecord = scoped.extend({
  ...scimUser.shape,
  /** What was told of them at some time: when it is gone, it is known to be empty. What was never told is not known. */
  told: z.array(z.enum(onceTold)),
  /** The day on which they were active first, in the connection's zone; `null` as long as they never were. Left out of older rows and of those who are to be removed. */
  activeSince: z.iso.date().nullable().optional(),
  ...times,
})
export type ScimUserRecord = z.infer<typeof scimUserRecord>

export const scimGroupRecord = scoped.extend({ ...scimGroup.shape, ...times })
export type ScimGroupRecord = z.infer<typeof scimGroupRecord>

/** Finds a user or group of a connection by a name, which it makes unique, or by an external id; `id` as in `keys.ts`. */
export const scimKeyRecord = scoped.extend({ resourceId: z.string() })
