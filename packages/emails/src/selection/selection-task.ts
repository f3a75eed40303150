import { z } from 'zod'
import { type Block, button, facts, section } from '../blocks.ts'
import { href, line, prose, timestamp } from '../fields.ts'
import { isAfter, when } from '../when.ts'
import { count, cut } from '../words.ts'
import { small } from './candidacy-words.ts'

/** A task of the recipient in a selection; `why` is the rule in words. */
export const selectionTask = z.strictObject({ title: line, why: prose, dueAt: timestamp, href })
type SelectionTask = z.output<typeof selectionTask>

/** When the first of several tasks is due. */
export const firstDue = (tasks: SelectionTask[]): string =>
  tasks.map(({ dueAt }) => dueAt).reduce((first, each) => (isAfter(first, each) ? each : first))

/** What is asked, short enough for a subject. */
export const inShort = (tasks: SelectionTask[]): string =>
  tasks.length === 1 ? cut(small(tasks[0]!.title), 34) : count(tasks.length, 'task')

/** One task with a button, or several in a list. */
export const taskBlocks = (tasks: SelectionTask[], zone: string): Block[] => {
  const [first, ...more] = tasks
  if (first && more.length === 0)
    return [
      facts({ Task: first.title, Why: first.why, Due: when(first.dueAt, zone) }),
      button('Open the task', first.href),
    ]
  return section(
    'Your tasks',
    tasks.map(({ title, why, dueAt, href }) => ({ text: title, detail: `${why}\nDue ${when(dueAt, zone)}`, href })),
  )
}
