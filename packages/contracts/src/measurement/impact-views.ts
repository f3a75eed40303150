import { type DeliverableRecord, deliverableRecord } from '@pilotgate/core/measurement/deliverables/deliverable'
import { type ImpactRecord, impactRecord } from '@pilotgate/core/measurement/impact/impact-record'
import { monetisationRules } from '@pilotgate/core/measurement/roi/monetisation-rules'
import { type RoiRecord, roiRecord } from '@pilotgate/core/measurement/roi/roi-record'
import { z } from 'zod'

const impact = impactRecord.shape
/** A matched comparison with its report; the pairs are pseudonyms. */
export const impactView = z.object({
  impactId: z.string(),
  title: impact.title,
  better: impact.better,
  report: impact.report,
  by: impact.by,
  at: impact.at,
})
export const toImpactView = (record: ImpactRecord): z.input<typeof impactView> => ({ ...record, impactId: record.id })

const roi = roiRecord.shape
export const roiView = z.object({
  roiId: z.string(),
  inputs: roi.inputs,
  filledIn: roi.filledIn,
  result: roi.result,
  by: roi.by,
  at: roi.at,
})
export const toRoiView = (record: RoiRecord): z.input<typeof roiView> => ({ ...record, roiId: record.id })

const words = z.string()
/** How a change becomes money. */
export const monetisationRuleView = z.object({
  id: z.enum(monetisationRules.map(({ id }) => id)),
  words,
  kpis: z.array(words),
  unit: words,
  better: z.enum(['lower', 'higher']),
  quantity: words,
  price: words,
  monthly: z.boolean(),
  formula: words,
  assumptions: z.array(words),
  source: words,
})
export const toRuleView = (rule: (typeof monetisationRules)[number]): z.input<typeof monetisationRuleView> => ({
  ...rule,
  kpis: [...rule.kpis],
  assumptions: [...rule.assumptions],
})

const deliverable = deliverableRecord.shape
export const deliverableView = z.object({
  deliverableId: z.string(),
  version: deliverable.version,
  form: deliverable.form,
  status: deliverable.status,
  by: deliverable.by,
  at: deliverable.at,
})
export const toDeliverableView = (record: DeliverableRecord): z.input<typeof deliverableView> => ({
  ...record,
  deliverableId: record.id,
})
