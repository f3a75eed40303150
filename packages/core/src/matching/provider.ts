import { z } from 'zod'
import { availability, behaviours } from '../intake/intake-form.ts'
import { service } from '../intake/intake-record.ts'
import { scoped } from '../program/record.ts'

/** What matching knows of a coach or mentor; `id` is the person's id. Places are those of the member (`caseload`). */
export const providerRecord = scoped.extend({
  service,
  internal: z.boolean(),
  /** M10 */
  tier: z.enum(['core-domain mentor', 'coaching specialist', 'peer practitioner']),
  skills: z.array(z.string()),
  strengths: z.array(z.enum(behaviours)),
  languages: z.array(z.string()),
  zone: z.string(),
  availability: z.array(availability),
  /** Documented introductions and sponsor actions of the last 18 months (S-M2, S-M9); absent when nothing is documented. */
  sponsorship: z.strictObject({ introductions: z.number().int().min(0), actions: z.number().int().min(0) }).optional(),
  /** Past engagements with and without the agreed outcome; absent when none is known. */
  outcomes: z.strictObject({ reached: z.number().int().min(0), all: z.number().int().min(0) }).optional(),
  /** People this provider must not be matched with (conflict of interest), by person id. */
  conflicts: z.array(z.string()),
  /** Shown first to many; matching spreads them (M11). */
  featured: z.boolean(),
  status: z.enum(['selected', 'not selected', 'suspended']),
  /** Why the status was last changed. */
  statusReason: z.string().optional(),
})
export type ProviderRecord = z.infer<typeof providerRecord>

/** How many places a provider has and how many are taken; `id` is the person's id. `taken` never exceeds `places` (F15). */
export const caseloadRecord = scoped.extend({
  places: z.number().int().min(0),
  taken: z.number().int().min(0),
})
export type CaseloadRecord = z.infer<typeof caseloadRecord>
