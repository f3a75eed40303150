import { DomainError } from '../errors.ts'
import { theProgram } from '../measurement/instruments/who-is-asked.ts'
import type { Store } from '../ports.ts'
import { findLinked } from '../program/find-linked.ts'
import { loadProgram } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import { sameSecret } from '../program/same-secret.ts'
import { type LinkedTask, opensByLink } from './task-link.ts'

export const linkStates = ['open', 'used', 'expired', 'closed'] as const
export type LinkState = (typeof linkStates)[number]

/**
 * A task as its link finds it. `state` is `used` once the task is done, `closed` when its answer is no longer needed, `expired` after
 * the link's time or when a newer one took its place (`replaced`).
 */
export type TaskLink = { task: LinkedTask; program: Program; state: LinkState; expired: boolean; replaced: boolean } & {
  /** The person's part in the program. */
  member: Member | undefined
}

/**
 * The task that a link belongs to. Whatever is wrong with the key, the answer is the same: it tells nothing of what there is.
 * @throws DomainError `NotFound`
 */
export const findTaskLink = async (store: Store, key: string, now: string): Promise<TaskLink> => {
  const found = await findLinked(store, 'task', key)
  const task = found?.record
  if (!found || !task || !opensByLink(task) || !isKnown(found.secret, task)) throw unknown()
  const replaced = !sameSecret(found.secret, task.link.secret)
  const expired = replaced || task.link.expiresAt <= now
  const { tenantId, scope, personId, subjectId = personId } = task
  const [program, member, subject] = await Promise.all([
    loadProgram(store, tenantId, scope),
    store.get('member', { tenantId, scope }, personId),
    subjectId === theProgram ? undefined : store.get('member', { tenantId, scope }, subjectId),
  ])
  const isNeeded =
    task.status === 'open' &&
    program.status !== 'stopped' &&
    program.status !== 'completed' &&
    member?.status === 'active' &&
    (subjectId === theProgram || subject?.status === 'active')
  const state = task.status === 'done' ? 'used' : isNeeded ? (expired ? 'expired' : 'open') : 'closed'
  return { task, program, member, state, expired, replaced }
}

/** Compares with each of them, so that the time it takes tells nothing of which one it is. */
const isKnown = (sent: string, { link }: LinkedTask): boolean =>
  [link.secret, ...link.former].filter((kept) => sameSecret(sent, kept)).length > 0

const unknown = () =>
  new DomainError(
    'NotFound',
    'This link opens no task. Copy the whole link from the mail, or sign in to see your tasks.',
  )
