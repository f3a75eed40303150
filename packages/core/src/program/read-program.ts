import { DomainError } from '../errors.ts'
import type { Caller, Page, Store } from '../ports.ts'
import type { Actor } from './actor.ts'
import { actions } from './authority.ts'
import { findByEmail } from './people.ts'
import type { Program } from './program.ts'
import { organisation } from './record.ts'
import type { Task } from './task.ts'

/** The programs a caller has a part in, newest first. */
export const listMyPrograms = async (store: Store, { tenantId, email }: Caller): Promise<Program[]> => {
  const person = await findByEmail(store, tenantId, email)
  if (!person) return []
  const known = await store.programsOf(tenantId, person.id)
  const members = await Promise.all(
    known.map((programId) => store.get('member', { tenantId, scope: programId }, person.id)),
  )
  const ids = members.flatMap((member) => (member?.status === 'active' ? [member.scope] : []))
  const scope = { tenantId, scope: organisation }
  const programs: Program[] = []
  for (let start = 0; start < ids.length; start += 100) {
    programs.push(...(await store.getMany('program', scope, ids.slice(start, start + 100))))
  }
  return programs.toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

/** Whoever oversees the program sees everyone's tasks; the others see their own. */
const overseesTasks = (actor: Actor): boolean => {
  const overseers: readonly string[] = actions['read people']
  return actor.roles.some((role) => overseers.includes(role))
}

export type TaskQuery = { gate?: string; status?: Task['status']; mine: boolean; limit: number; cursor?: string }

/** A page of tasks that the actor may see. A page may hold fewer than `limit` rows while more follow: go by the cursor. */
export const listTasks = async (
  store: Store,
  actor: Actor,
  programId: string,
  query: TaskQuery,
): Promise<Page<Task>> => {
  const { gate, status, limit, cursor } = query
  const mine = query.mine || !overseesTasks(actor)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const page = await store.list('task', scope, { limit, cursor, ...(gate && { prefix: `${gate}.` }) })
  const items = page.items.filter(
    (task) => (!mine || task.personId === actor.personId) && (!status || task.status === status),
  )
  return { items, cursor: page.cursor }
}

/** @throws DomainError `NotFound`, also for a task that the actor may not see. */
export const readTask = async (store: Store, actor: Actor, programId: string, taskId: string): Promise<Task> => {
  const task = await store.get('task', { tenantId: actor.tenantId, scope: programId }, taskId)
  if (task && (task.personId === actor.personId || overseesTasks(actor))) return task
  throw new DomainError('NotFound', `There is no task "${taskId}" that you can see in this program.`)
}
