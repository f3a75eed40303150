import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

const words = z.string().trim().min(1).max(2000)

const titled = <T extends z.ZodType>(schema: T, title: string): T => schema.meta({ title })

/** Closing notes and the transfer checklist (W14). They are about goals and context, never about performance (E6). */
export const closingNotes = z.strictObject({
  kind: z.literal('closing-notes'),
  goals: titled(
    z
      .array(
        z.strictObject({
          goal: words,
          reached: z.enum(['yes', 'partly', 'no']),
          evidence: titled(z.string().max(1000), 'By what one sees it'),
        }),
      )
      .min(1),
    'The goals, and how far each was reached',
  ),
  context: titled(words, 'What whoever comes next should know'),
  transfer: titled(
    z
      .array(z.strictObject({ item: words, done: z.boolean(), who: titled(z.string().max(200), 'Who sees to it') }))
      .min(1),
    'Transfer checklist',
  ),
})

/** The development trajectory (E10): a coach's final outcome, a mentor's progress report (W22). */
const trajectory = {
  start: titled(words, 'Where it began'),
  obstacles: titled(words, 'What stood in the way'),
  interventions: titled(words, 'What was tried'),
  result: titled(words, 'What came of it'),
  behaviourEvidenced: titled(z.boolean(), 'A change of behaviour is evidenced'),
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
