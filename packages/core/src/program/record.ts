import { z } from 'zod'

/** An instant, ISO 8601 in UTC: `2027-01-04T08:00:00Z`. */
export const timestamp = z.iso.datetime()

/**
 * What every stored record has: the organisation it belongs to, the program (`-` for records of the organisation itself),
 * an id unique there, and a `version` that counts its changes from 1 (the ETag of the API).
 */
export const scoped = z.strictObject({
  tenantId: z.string(),
  scope: z.string(),
  id: z.string(),
  version: z.number().int().min(0),
})

/** The scope of records that belong to the organisation, not to one program. */
export const organisation = '-'
