import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { loadAgreements } from './agreement/load-agreements.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { isThere } from './engagement-steps.ts'
import { type Asked, askedEvent, loadAsked, tasksFor } from './engagement-tasks.ts'

/** What a pair that goes on is asked for anew: what its machine waits for, and signatures under a later version of the agreement. */
export const askAgain = async (
  work: Pick<Work, 'store' | 'now'>,
  engagement: EngagementRecord,
  zone: string,
): Promise<{ changes: Change[]; events: NewEvent[] }> => {
  const { store, now } = work
  const latest = (await loadAgreements(store, engagement)).at(-1)?.number ?? 1
  const waiting = engagement.asked && !(await isThere(work, engagement, engagement.asked)) ? [engagement.asked] : []
  const late: Asked[] = engagement.agreement !== undefined && engagement.agreement !== latest ? ['agreement'] : []
  const changes: Change[] = []
  const events: NewEvent[] = []
  for (const asked of new Set([...waiting, ...late])) {
    const known = new Map((await loadAsked(store, engagement, asked)).map((task) => [task.id, task]))
    const tasks = tasksFor(engagement, asked, asked === 'agreement' ? latest : 1, { now, zone }).flatMap((task) => {
      const before = known.get(task.id)
      return before && before.status !== 'cancelled' ? [] : [{ ...task, version: before?.version ?? 0 }]
    })
    changes.push(...tasks.map((record): Change => ({ kind: 'task', record, expect: record.version })))
    if (tasks.length > 0) events.push(askedEvent(engagement, asked, tasks, now))
  }
  return { changes, events }
}
