import { asksInstrument } from '../measurement/instruments/instrument-task.ts'
import type { Ids } from '../ports.ts'
import { plusDays } from '../program/calendar.ts'
import type { Task } from '../program/task.ts'

/** A task that the link in a mail opens. */
export type LinkedTask = Task & { link: NonNullable<Task['link']> }

/**
 * Which tasks a link opens without a sign-in (F3): only what is somebody's own and decides nothing.
 * - `collect`: an instrument is one answer among many. A closing artifact is written about somebody else and handed on.
 * - `do`: says that what others decided is done.
 * - `attest`: a fact that a gate is decided by. `decide`, `vote`, `record`: the decision itself.
 * - `select`, `engage`: panels, appointments, signatures; they bind people.
 */
const opened: Record<Task['kind'], (task: Task) => boolean> = {
  collect: asksInstrument,
  do: () => true,
  attest: () => false,
  decide: () => false,
  vote: () => false,
  record: () => false,
  select: () => false,
  engage: () => false,
}

/** A link is good for so many days after its task is due, or after it was asked for anew if that is later. */
const graceDays = 14

/** Old secrets of a task that are still known as such. */
const mostFormer = 10

/** @returns whether a link opens the task; one that was opened before there were links has none. */
export const opensByLink = (task: Task): task is LinkedTask => task.link !== undefined && opened[task.kind](task)

/** A task to be opened, with its link if it may have one. */
export const withLink = (task: Task, ids: Ids, zone: string): Task =>
  opened[task.kind](task)
    ? { ...task, link: { secret: ids.secret(), expiresAt: plusDays(task.dueAt, zone, graceDays), former: [] } }
    : task

/** A task with a new link in place of the old one, which opens nothing any more. */
export const withNewLink = (task: LinkedTask, ids: Ids, { now, zone }: { now: string; zone: string }): LinkedTask => {
  const { secret, former } = task.link
  const from = task.dueAt > now ? task.dueAt : now
  return {
    ...task,
    link: {
      secret: ids.secret(),
      expiresAt: plusDays(from, zone, graceDays),
      former: [...former, secret].slice(-mostFormer),
      renewedAt: now,
    },
  }
}
