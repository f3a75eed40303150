import { answer } from '@pilotgate/core/program/fact'
import { type Task, task } from '@pilotgate/core/program/task'
import { z } from 'zod'
import { formOf } from './task-answer.ts'

const {
  gate,
  round,
  kind,
  title,
  why,
  role,
  personId,
  fact,
  answerKind,
  selection,
  subjectId,
  engagementId,
  openedAt,
  dueAt,
  doneBy,
  doneAt,
  reminders,
} = task.shape

export const taskView = z.object({
  taskId: z.string(),
  programId: z.string(),
  gate,
  round,
  kind,
  title,
  why,
  role,
  personId,
  fact,
  answerKind,
  /** What a task of a selection answers; see its material. */
  selection,
  /** Whom an instrument asks about (`-`: the program), and the engagement that a task of kind `engage` or `collect` is about. */
  subjectId,
  engagementId,
  /** JSON Schema of the `answer` that `POST …/answer` takes. */
  form: z.record(z.string(), z.unknown()).optional(),
  openedAt,
  dueAt,
  overdue: z.boolean(),
  status: task.shape.status,
  answer: answer.optional(),
  note: z.string().optional(),
  doneBy,
  doneAt,
  reminders,
})

/** One task, with the name of the program owner who asks. */
export const taskDetail = taskView.extend({ askedBy: z.string() })

/** @param now ISO instant, for `overdue` */
export const toTaskView = ({ link: _, ...record }: Task, now: string): z.input<typeof taskView> => ({
  ...record,
  taskId: record.id,
  programId: record.scope,
  form: formOf(record),
  overdue: record.status === 'open' && record.dueAt < now,
})
