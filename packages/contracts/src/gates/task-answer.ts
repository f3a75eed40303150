import { answer } from '@pilotgate/core/program/fact'
import type { Task } from '@pilotgate/core/program/task'
import { type FormName, selectionForms } from '@pilotgate/core/selection/forms/forms'
import { z } from 'zod'

/** What the `answer` to a task may be: to the question of a gate, or a form of a selection. */
export const taskAnswer = z.discriminatedUnion('kind', [
  ...answer.options,
  ...(Object.values(selectionForms) as (typeof selectionForms)[FormName][]),
])

const forms = new Map(
  taskAnswer.options.map((option) => {
    const { $schema: _, ...schema } = z.toJSONSchema(option, { io: 'input' })
    return [option.shape.kind.value as string, schema as Record<string, unknown>]
  }),
)

/** JSON Schema of the `answer` that a task takes; none where it is only to be done. */
export const formOf = ({ answerKind, form }: Pick<Task, 'answerKind' | 'form'>): Record<string, unknown> | undefined =>
  forms.get(answerKind ?? form ?? '')
