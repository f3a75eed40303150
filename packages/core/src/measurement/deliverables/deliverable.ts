import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

const words = z.string().trim().min(1).max(4000)
/** Whole cents of the program's currency. */
const cents = z.number().int().min(0)

/** A case study of a participant who agreed to be in it (W18). */
const caseStudy = z.strictObject({
  kind: z.literal('case-study'),
  title: words,
  participantId: z.string().optional(),
  situation: words,
  intervention: words,
  result: words,
  agreed: z.boolean(),
})
/** What the program may cost and has cost up to a day (W19, ROI). */
const budget = z.strictObject({
  kind: z.literal('budget'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  lines: z.array(z.strictObject({ item: words, planned: cents, plannedToDate: cents, spent: cents })).min(1),
  asOf: z.iso.date(),
})
/** How the program would go on with a second cohort (W20). */
const scalingPlan = z.strictObject({
  kind: z.literal('scaling-plan'),
  cohortSize: z.number().int().min(1),
  startsOn: z.iso.date(),
  steps: z.array(words).min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  costs: z.array(z.strictObject({ item: words, amount: cents })),
})
/** How the KPIs are followed after the pilot (W21). */
const measurementPlan = z.strictObject({
  kind: z.literal('measurement-plan'),
  queries: z.array(z.strictObject({ name: words, query: words, kpi: z.string() })).min(1),
  loads: z.array(z.strictObject({ name: words, schedule: words, lastRanOn: z.iso.date().optional() })).min(1),
})

export const deliverableForm = z.discriminatedUnion('kind', [caseStudy, budget, scalingPlan, measurementPlan])
export type DeliverableForm = z.infer<typeof deliverableForm>
export type DeliverableKind = DeliverableForm['kind']

/** A piece of work a gate asks for, filled in here; `id` is `KIND.` and a sortable id. `ready` when its author says so. */
export const deliverableRecord = scoped.extend({
  form: deliverableForm,
  status: z.enum(['draft', 'ready']),
  by: z.string(),
  at: timestamp,
})
export type DeliverableRecord = z.infer<typeof deliverableRecord>
