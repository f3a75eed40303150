import { DomainError } from '../errors.ts'
import type { Work } from '../program/actor.ts'
import { localMoment } from '../program/calendar.ts'
import { loadPeople } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import { alreadyDone, notNeeded } from './answer-task-link.ts'
import { findTaskLink } from './find-task-link.ts'
import { withNewLink } from './task-link.ts'

const minute = 60_000
/** Between two mails with a new link for a task, milliseconds: a link that others have must not flood its owner's mailbox. */
const betweenMails = 60 * minute

/**
 * Makes a new link for a task that is still open and has it mailed to the person of the task, whoever asks: with a link that has
 * expired, was replaced, or is still good. The one asked with opens nothing any more.
 * @returns the address it goes to, all but its first letter and its domain hidden
 * @throws DomainError `NotFound`, `AlreadyDecided` (the task is done), `NotPossibleNow` (no longer needed, or less than an hour after the last)
 */
export const renewTaskLink = (work: Work, key: string): Promise<{ sentTo: string }> =>
  whileStale(async () => {
    const { store, ids, now } = work
    const { task, program, state } = await findTaskLink(store, key, now)
    if (state === 'used') throw alreadyDone({ task, program })
    if (state === 'closed') throw notNeeded()
    demandPause(task.link.renewedAt, now, program.zone)
    const { tenantId, scope: programId, personId, gate, id: taskId } = task
    const { email } = (await loadPeople(store, tenantId, [personId])).get(personId)!
    await store.commit(
      [{ kind: 'task', record: withNewLink(task, ids, { now, zone: program.zone }), expect: task.version }],
      [{ type: 'task.link-asked', tenantId, programId, at: now, by: personId, gate, taskId }],
    )
    return { sentTo: masked(email) }
  })

/** @throws DomainError `NotPossibleNow` */
const demandPause = (renewedAt: string | undefined, now: string, zone: string): void => {
  if (renewedAt === undefined) return
  // Told to the minute, so that what is told is possible then.
  const next = Math.ceil((Date.parse(renewedAt) + betweenMails) / minute) * minute
  if (Date.parse(now) >= next) return
  const [last, possible] = [renewedAt, new Date(next).toISOString()].map((at) => localMoment(at, zone))
  throw new DomainError('NotPossibleNow', `A new link was sent on ${last}; the next can be sent from ${possible} on.`)
}

/** `m…@example.com` */
const masked = (email: string): string => `${Array.from(email)[0]}…${email.slice(email.lastIndexOf('@'))}`
