import { DomainError, isDomainError } from '../errors.ts'
import { theProgram } from '../measurement/instruments/who-is-asked.ts'
import type { Store } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { authorise } from '../program/authority.ts'
import { localMoment } from '../program/calendar.ts'
import { loadPeople } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import { completeTask, type TaskAnswer } from './complete-task.ts'
import { findTaskLink, type TaskLink } from './find-task-link.ts'
import { whoAsks } from './who-asks.ts'

/** What somebody sees behind the link of a mail: who asks them for what, and whom it is about. */
export type TaskLinkRequest = Pick<TaskLink, 'task' | 'program' | 'state' | 'replaced'> & {
  askedOf: string
  askedBy: string
  subjectName?: string
}

/** Reads what a link asks for; changes nothing (F3). @throws DomainError `NotFound` */
export const readTaskLink = async (store: Store, key: string, now: string): Promise<TaskLinkRequest> => {
  const { task, program, state, replaced } = await findTaskLink(store, key, now)
  const { tenantId, personId, subjectId } = task
  const isAbout = subjectId !== undefined && subjectId !== personId && subjectId !== theProgram
  const [people, askedBy] = await Promise.all([
    loadPeople(store, tenantId, [personId, ...(isAbout ? [subjectId] : [])]),
    whoAsks(store, task),
  ])
  const askedOf = people.get(personId)!.name
  const subjectName = isAbout ? people.get(subjectId)?.name : undefined
  return { task, program, state, replaced, askedOf, askedBy, ...(subjectName !== undefined && { subjectName }) }
}

/**
 * Somebody does their task by its link, without a sign-in: as `completeTask`, in their name. The same answer again changes nothing.
 * @throws DomainError `NotFound`, `AlreadyDecided` (done otherwise), `NotPossibleNow` (expired, or no longer needed), `InvalidInput`
 */
export const answerTaskLink = (work: Work, key: string, input: TaskAnswer): Promise<TaskLinkRequest> =>
  whileStale(async () => {
    const link = await findTaskLink(work.store, key, work.now)
    const { task, member, program, state, expired } = link
    const isAgain = state === 'used' && !expired && (task.kind !== 'do' || task.note === input.note)
    if (state === 'used' && !isAgain) throw alreadyDone(link)
    if (state === 'closed' || !member) throw notNeeded()
    if (state === 'expired') {
      throw new DomainError(
        'NotPossibleNow',
        'This link no longer opens the task. A new link can be sent to you by mail.',
      )
    }
    authorise('answer task', member.roles)
    const actor = { tenantId: task.tenantId, personId: task.personId, roles: member.roles }
    await completeTask(work, actor, program.id, task.id, input).catch((error: unknown) => {
      throw isDomainError(error, 'AlreadyDecided') && state === 'used' ? alreadyDone(link) : error
    })
    return readTaskLink(work.store, key, work.now)
  })

export const alreadyDone = ({ task, program }: Pick<TaskLink, 'task' | 'program'>) =>
  new DomainError(
    'AlreadyDecided',
    `This task was done on ${localMoment(task.doneAt!, program.zone)}; its answer cannot be changed.`,
  )

export const notNeeded = () =>
  new DomainError('NotPossibleNow', 'The answer is no longer needed, so there is nothing left to do here.')
