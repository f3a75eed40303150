import { z } from 'zod'
import { service } from '../../intake/intake-record.ts'
import { scoped, timestamp } from '../../program/record.ts'

/** What a coach or mentor delivered in a program's cohort, as counted by those who run it. */
export const deliveryInput = z.strictObject({
  service,
  sessionsPlanned: z.number().int().min(0).max(10_000),
  sessionsHeld: z.number().int().min(0).max(10_000),
  /** Minutes of the sessions held. */
  coachedMinutes: z.number().int().min(0).max(1_000_000),
  /** What participants rated, from 1 to 5; nobody by name. */
  ratings: z.array(z.number().min(1).max(5)).max(1000),
  /** Behavioural outcomes of the cohort that are evidenced. */
  evidencedOutcomes: z.number().int().min(0).max(1000),
})
export type DeliveryInput = z.infer<typeof deliveryInput>

/** `id` is the person's id. */
export const deliveryRecord = scoped.extend({ ...deliveryInput.shape, at: timestamp, by: z.string() })
export type DeliveryRecord = z.infer<typeof deliveryRecord>

export const hoursDelivered = (deliveries: Pick<DeliveryRecord, 'coachedMinutes'>[]): number =>
  deliveries.reduce((sum, { coachedMinutes }) => sum + coachedMinutes, 0) / 60
