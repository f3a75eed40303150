import type { NewEvent } from '../../../events.ts'
import type { Change, Store } from '../../../ports.ts'
import { platform } from '../../actor.ts'
import { allOf } from '../../load.ts'
import type { Task } from '../../task.ts'
import { whileStale } from '../../while-stale.ts'
import { effectOf } from './effect.ts'
import type { Concern } from './programs-concerned.ts'
import { handedTo, taskFate } from './task-heir.ts'

/** Tasks of one transaction: each has a change, a line of history and perhaps an event. */
const batch = 30

/** Gives the open tasks of somebody who leaves to others, or cancels them (`task-heir.ts`). Repeatable. */
export const handOnTasks = async (store: Store, concern: Concern): Promise<void> => {
  for (let left = true; left; ) left = await whileStale(() => handOnSome(store, concern))
}

/** @returns whether there are more */
const handOnSome = async (store: Store, concern: Concern): Promise<boolean> => {
  const { tenantId, programId, personId } = concern
  const scope = { tenantId, scope: programId }
  const [tasks, members] = await Promise.all([allOf(store, 'task', scope), allOf(store, 'member', scope)])
  const open = tasks.filter((task) => task.status === 'open' && task.personId === personId)
  if (open.length === 0) return false
  const done = open.slice(0, batch).map((task) => {
    const fate = taskFate(task, members, tasks)
    return 'to' in fate
      ? {
          changes: [write(handedTo(task, fate.to)), lineOf(concern, task)],
          events: [reassigned(concern, task, fate.to.id)],
        }
      : { changes: [write({ ...task, status: 'cancelled' }), lineOf(concern, task, fate.cancelled)], events: [] }
  })
  await store.commit(
    done.flatMap(({ changes }) => changes),
    done.flatMap(({ events }) => events),
  )
  return open.length > batch
}

const write = (record: Task): Change => ({ kind: 'task', record, expect: record.version })

/** @param cancelled why it is no longer needed; without it, somebody else has it now */
const lineOf = (concern: Concern, { id: subjectId, title }: Task, cancelled?: string): Change => {
  const { personId, changeId } = concern
  return cancelled === undefined
    ? effectOf(concern, {
        ...{ effect: 'task reassigned', subjectId, personId, changeId },
        words: `The task "${title}" was given to somebody else.`,
      })
    : effectOf(concern, {
        ...{ effect: 'task cancelled', subjectId, personId, changeId },
        words: `The task "${title}" was cancelled. ${cancelled}`,
      })
}

const reassigned = (
  { tenantId, programId, changeId, at }: Concern,
  { gate, id: taskId }: Task,
  personId: string,
): NewEvent => ({
  type: 'task.reassigned',
  ...{ tenantId, programId, at, by: platform, gate, taskId, personId, changeId },
})
