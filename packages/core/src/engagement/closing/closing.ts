import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

const words = z.string().trim().min(1).max(2000)

/** Closing notes and the transfer checklist (W14). They are about goals and context, never about performance (E6). */
export const closingNotes = z.strictObject({
  kind: z.literal('closing-notes'),
  goals: z
    .array(z.strictObject({ goal: words, reached: z.enum(['yes', 'partly', 'no']), evidence: z.string().max(1000) }))
    .min(1),
  context: words,
  transfer: z.array(z.strictObject({ item: words, done: z.boolean(), who: z.string().max(200) })).min(1),
})

/** The development trajectory (E10): a coach's final outcome, a mentor's progress report (W22). */
const trajectory = {
  start: words,
  obstacles: words,
  interventions: words,
  result: words,
  behaviourEvidenced: z.boolean(),
}
const finalOutcome = z.strictObject({ kind: z.literal('final-outcome'), ...trajectory })
const progressReport = z.strictObject({ kind: z.literal('progress-report'), ...trajectory })

export const closingForm = z.discriminatedUnion('kind', [closingNotes, finalOutcome, progressReport])
export type ClosingForm = z.infer<typeof closingForm>
export type ClosingKind = ClosingForm['kind']
export const closingKinds = closingForm.options.map(({ shape }) => shape.kind.value) as ClosingKind[]

/** A closing artifact of an engagement; `id` is `ENGAGEMENT.KIND`. */
export const closingRecord = scoped.extend({
  engagementId: z.string(),
  form: closingForm,
  by: z.string(),
  at: timestamp,
})
export type ClosingRecord = z.infer<typeof closingRecord>
