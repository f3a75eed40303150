import type { TaskLinkRequest } from '@pilotgate/core/gates/answer-task-link'
import { linkStates } from '@pilotgate/core/gates/find-task-link'
import { task } from '@pilotgate/core/program/task'
import { z } from 'zod'
import { taskView, toTaskView } from './task-view.ts'

const { gate, kind, title, why, dueAt, doneAt } = task.shape

/** What the reader of a link sees of their task, and of who asks; nothing by which anything else could be found. */
export const taskLinkView = z.object({
  /** `used`: the task is done. `closed`: its answer is no longer needed. `expired`: a new link can be asked for. */
  state: z.enum(linkStates),
  /** Whether a newer link took the place of this one. */
  replaced: z.boolean(),
  programName: z.string(),
  organisation: z.string(),
  /** IANA time zone of the program, for the instants here. */
  zone: z.string(),
  /** The name of the person asked, and of the program owner who asks. */
  askedOf: z.string(),
  askedBy: z.string(),
  gate,
  kind,
  title,
  why,
  dueAt,
  overdue: z.boolean(),
  /** JSON Schema of the `answer`, while the link is open; none where a task is only to be done. */
  form: taskView.shape.form,
  /** Whom an instrument asks about, if that is neither the reader nor the program. */
  subjectName: z.string().optional(),
  doneAt,
})

/** @param now ISO instant, for `overdue` */
export const toTaskLinkView = (
  { task: record, program, ...request }: TaskLinkRequest,
  now: string,
): z.input<typeof taskLinkView> => {
  const { gate, kind, title, why, dueAt, overdue, form, doneAt } = toTaskView(record, now)
  return {
    ...request,
    programName: program.name,
    organisation: program.tenantId,
    zone: program.zone,
    gate,
    kind,
    title,
    why,
    dueAt,
    overdue,
    ...(request.state === 'open' && { form }),
    doneAt,
  }
}
