import { engagementForms } from '@pilotgate/core/engagement/forms'
import { formFor, instrumentAnswer } from '@pilotgate/core/measurement/instruments/answer-form'
import { asksInstrument, formSubjectOf } from '@pilotgate/core/measurement/instruments/instrument-task'
import { answer } from '@pilotgate/core/program/fact'
import type { Task } from '@pilotgate/core/program/task'
import { type FormName, selectionForms } from '@pilotgate/core/selection/forms/forms'
import { z } from 'zod'

const fixed = [
  ...answer.options,
  ...(Object.values(selectionForms) as (typeof selectionForms)[FormName][]),
  ...engagementForms,
] as const

const { kind: instrument, ...filledIn } = instrumentAnswer.shape
const isRating = (option: (typeof fixed)[number]) => option.shape.kind.value === 'rating'
const { rating } = answer.options.find(isRating)!.shape as { rating: z.ZodNumber }

/** Two things have this name: the answer to a question of a gate, with `rating`, and the instrument, with `ratings` and `yes`. */
const ratingOfEither = z.strictObject({ kind: z.literal('rating'), rating: rating.optional(), ...filledIn })

/** What the `answer` to a task may be: to the question of a gate, a form of a selection or an engagement, or an instrument with the questions asked. */
const taskAnswer = z.discriminatedUnion('kind', [
  ...(fixed.filter((option) => !isRating(option)) as [(typeof fixed)[number]]),
  ratingOfEither,
  z.strictObject({ kind: instrument.exclude(['rating']), ...filledIn }),
])

const schemaOf = (form: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' })
  return schema
}

const forms = new Map(fixed.map((option) => [option.shape.kind.value as string, schemaOf(option)]))

/** What the answer to a task is sent as; tasks that are only to be done take none. */
export const taskAnswerBody = { answer: taskAnswer.optional(), note: z.string().trim().max(2000).optional() }

/** JSON Schema of the `answer` that a task takes; none where it is only to be done. */
export const formOf = (task: Task): Record<string, unknown> | undefined =>
  asksInstrument(task)
    ? schemaOf(formFor(task.form, formSubjectOf(task)))
    : forms.get(task.answerKind ?? task.form ?? '')
