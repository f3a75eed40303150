import type { NewEvent } from '../events.ts'
import type { Change, Scope, Store } from '../ports.ts'
import { platform } from '../program/actor.ts'
import { plusDays } from '../program/calendar.ts'
import { allOf, listAll } from '../program/load.ts'
import type { Task } from '../program/task.ts'
import type { EngagementRecord } from './engagement-record.ts'

/** What the machine of an engagement asks people for. */
export type Asked = NonNullable<EngagementRecord['asked']>

type Asking = { gate: string; form: string; side: 'pair' | 'provider'; days: number; title: string; why: string }

export const askings: Record<Asked, Asking> = {
  charter: {
    ...{ gate: 'E2', form: 'charter', side: 'provider', days: 5 },
    title: 'Sign the role charter and the data-access agreement',
    why: 'A mentor coach signs both before seeing any data of the project (E2).',
  },
  agreement: {
    ...{ gate: 'E2', form: 'agreement', side: 'pair', days: 5 },
    title: 'Read and sign the working agreement',
    why: 'Both sign the same version before the first session (E2).',
  },
  kickoff: {
    ...{ gate: 'E1', form: 'kickoff', side: 'provider', days: 7 },
    title: 'Agree on the first three sessions',
    why: 'The engagement starts with three dates in both calendars (E1).',
  },
  closing: {
    ...{ gate: 'E6', form: 'closing-notes', side: 'provider', days: 7 },
    title: 'Write the closing notes and the transfer checklist',
    why: 'Goals and context are handed on, never how somebody performed (E6).',
  },
}

const prefixOf = (asked: Asked, engagementId: string) => `${askings[asked].gate}.${engagementId}.${asked}.`

/**
 * The tasks of one asking: `GATE.ENGAGEMENT.ASKED.ROUND.PERSON`, due after the days of its kind.
 * @param round of an agreement its version, else 1
 */
export const tasksFor = (
  engagement: EngagementRecord,
  asked: Asked,
  round: number,
  { now, zone }: { now: string; zone: string },
): Task[] => {
  const { gate, form, side, days, title, why } = askings[asked]
  const { tenantId, scope, id: engagementId, participantId, providerId, service } = engagement
  const task = (personId: string, role: Task['role']): Task => ({
    ...{ tenantId, scope, id: `${prefixOf(asked, engagementId)}${round}.${personId}`, version: 0 },
    ...{ gate, round, kind: 'engage', title, why, role, personId, form, engagementId },
    ...{ openedAt: now, dueAt: plusDays(now, zone, days), status: 'open', reminders: 0, escalated: false },
  })
  return [...(side === 'pair' ? [task(participantId, 'participant')] : []), task(providerId, service)]
}

export const askedEvent = (engagement: EngagementRecord, asked: Asked, tasks: Task[], now: string): NewEvent => ({
  type: 'engagement.asked',
  ...{ tenantId: engagement.tenantId, programId: engagement.scope, at: now, by: platform },
  ...{ engagementId: engagement.id, asked, taskIds: tasks.map(({ id }) => id) },
})

/** The tasks of an asking, of all its rounds. */
export const loadAsked = (store: Store, { tenantId, scope, id }: EngagementRecord, asked: Asked): Promise<Task[]> =>
  listAll((cursor) => store.list('task', { tenantId, scope }, { prefix: prefixOf(asked, id), cursor }))

/** Open tasks of kind `engage` of an engagement; with `collected`, also those that gates ask about it. */
export const loadOpenTasks = async (
  store: Store,
  engagement: EngagementRecord,
  { collected }: { collected: boolean },
): Promise<Task[]> => {
  const scope: Scope = { tenantId: engagement.tenantId, scope: engagement.scope }
  const prefixes = collected ? [''] : ['E1', 'E2', 'E6'].map((gate) => `${gate}.${engagement.id}.`)
  const found = await Promise.all(prefixes.map((prefix) => allOf(store, 'task', scope, prefix)))
  return found.flat().filter(({ engagementId, status }) => engagementId === engagement.id && status === 'open')
}

export const cancelled = (tasks: Task[]): Change[] =>
  tasks.map((task) => ({ kind: 'task', record: { ...task, status: 'cancelled' }, expect: task.version }))

/** Tasks done by whom they ask, with their events. */
export const done = (tasks: Task[], { now, by }: { now: string; by: string }) => ({
  changes: tasks.map(
    (task): Change => ({
      kind: 'task',
      record: { ...task, status: 'done', doneBy: by, doneAt: now },
      expect: task.version,
    }),
  ),
  events: tasks.map(
    ({ tenantId, scope: programId, gate, id: taskId }): NewEvent => ({
      type: 'task.completed',
      ...{ tenantId, programId, at: now, by, gate, taskId },
    }),
  ),
})
