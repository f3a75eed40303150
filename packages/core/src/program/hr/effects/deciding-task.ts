import type { Change } from '../../../ports.ts'
import { plusDays } from '../../calendar.ts'
import { holders } from '../../load.ts'
import type { Member } from '../../person.ts'
import type { Program } from '../../program.ts'
import type { Role } from '../../roles.ts'
import type { Task } from '../../task.ts'
import type { Concern } from './programs-concerned.ts'

/** Days within which somebody decides what follows from a change of a person. */
const days = 5

/**
 * Who decides what follows: a holder of the first of the roles that anybody holds; somebody who is not concerned themselves where there
 * is one.
 */
export const decider = (
  members: Member[],
  among: Role[],
  concerned: string[],
): { role: Role; personId: string } | undefined => {
  const all = among.flatMap((role) => holders(members, role).map(({ id: personId }) => ({ role, personId })))
  return all.find(({ personId }) => !concerned.includes(personId)) ?? all[0]
}

type Asking = Pick<Task, 'id' | 'gate' | 'title' | 'why' | 'engagementId' | 'subjectId'>

/** Asks somebody to decide what follows from a change; they say when they have. */
export const decidingTask = (
  { tenantId, id: scope, zone }: Program,
  { at }: Pick<Concern, 'at'>,
  { role, personId }: { role: Role; personId: string },
  asking: Asking,
): Change => {
  const task: Task = {
    ...{ tenantId, scope, version: 0, round: 1, kind: 'do', role, personId, ...asking },
    ...{ openedAt: at, dueAt: plusDays(at, zone, days), status: 'open', reminders: 0, escalated: false },
  }
  return { kind: 'task', record: task, expect: 0 }
}
