import { formOf } from '@pilotgate/contracts/gates/task-answer'
import type { Task } from '@pilotgate/core/program/task'
import { fieldOf } from '../../../packages/console/src/form/field.ts'
import type { Hints, Schema } from '../../../packages/console/src/form/schema.ts'

export const zone = 'Europe/Berlin'

/** The form that a task with this `form` or `answerKind` shows, as the API gives it. */
export const taskForm = (form: string, more: Partial<Task> = {}): Schema =>
  formOf({ form, kind: 'select', ...more } as Task) as Schema

export const fieldOfTask = (form: string, hints: Hints = {}) => fieldOf(taskForm(form), { hints })
