import type { Task } from '../../program/task.ts'
import type { Gate } from '../../program/template.ts'

/** What the tasks of one round of a gate have in common. */
export type CollectBase = {
  tenantId: string
  scope: string
  gate: Gate
  round: number
  openedAt: string
  dueAt: string
}
type Particular = Pick<Task, 'title' | 'why' | 'role' | 'personId' | 'form'> & Partial<Task>

/** A task that a gate collects with; its id names what (`form`), about whom or which engagement, and who is asked. */
export const collectTask = ({ gate, ...base }: CollectBase, about: string, particular: Particular): Task => ({
  ...base,
  id: `${gate.gate}.${base.round}.${particular.form}.${about}.${particular.personId}`,
  version: 0,
  gate: gate.gate,
  kind: 'collect',
  status: 'open',
  reminders: 0,
  escalated: false,
  ...particular,
})
