import type { Task } from '@pilotgate/core/program/task'
import { count } from '../words.ts'
import { type Ground, pages } from './ground.ts'

/** A person's tasks; the same instrument about several people is one line that leads to all of them. */
export const ownTasks = (ground: Ground, tasks: Task[], personId: string) => {
  const own = tasks.filter((task) => task.personId === personId)
  const several = Map.groupBy(
    own.filter(({ kind, subjectId }) => kind === 'collect' && subjectId !== personId),
    ({ form, dueAt }) => `${form} ${dueAt}`,
  )
  return own.flatMap((task) => {
    const alike = several.get(`${task.form} ${task.dueAt}`) ?? []
    if (alike.length < 2 || !alike.includes(task)) return [lineOf(ground, task)]
    if (alike[0] !== task) return []
    return [{ ...lineOf(ground, task), title: together(task.title, alike.length), href: pages.program(ground) }]
  })
}

const lineOf = (ground: Ground, task: Task) => ({
  title: task.title,
  dueAt: task.dueAt,
  href: pages.task(ground, task, { id: task.personId }),
})

const together = (title: string, all: number): string => `${title}, and the same for ${count(all - 1, 'other')}`
