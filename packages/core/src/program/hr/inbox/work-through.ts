import { DomainError, isDomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import { organisation } from '../../record.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import type { EmployeeNotice } from '../vendors/report.ts'
import { type Asking, fetchOf } from './ask-employee.ts'
import type { InboxMessage } from './inbox-message.ts'
import type { InboxRecord, Progress } from './inbox-record.ts'
import { type Done, logDelivery } from './log-delivery.ts'
import { mostTries, waitAfter } from './pauses.ts'
import { further, inAll, nothingDone, replayHint, takeNotices } from './take-notices.ts'

/** When the message is to come again, or the one that goes on where this one has stopped. */
type Left = { waitSeconds: number } | { next: InboxMessage }

/**
 * Works through a delivery: whom it is about, their state, and what became of it in the log; one about many employees in parts, each
 * with a message of its own. Nothing says that it is done. Repeatable: a delivery that was worked through stays as it is.
 * @throws DomainError `Unavailable` when the database has not answered for hours
 */
export const workThrough = async (work: Work, asking: Asking, message: InboxMessage): Promise<Left | undefined> => {
  const tries = message.tried + 1
  try {
    return await takeOn(work, asking, message, tries)
  } catch (error) {
    if (!isDomainError(error, 'Unavailable') || tries >= mostTries) throw error
    return { waitSeconds: waitAfter(error, message.inboxId, tries) }
  }
}

const takeOn = async (work: Work, asking: Asking, message: InboxMessage, tries: number): Promise<Left | undefined> => {
  const { store } = work
  const { tenantId, connectionId, inboxId } = message
  const inbox = await store.get('inbox', scopeOfConnection({ tenantId, id: connectionId }), inboxId)
  if (!inbox || (inbox.body === '' && !message.employeeIds)) return undefined
  // The same delivery may be queued several times; to be worked through again it is queued anew.
  if (inbox.doneAt && message.at && message.at < inbox.doneAt) return undefined
  const connection = await store.get('connection', { tenantId, scope: organisation }, connectionId)
  const outcome = await attempt(work, asking, { connection, inbox, message, tries })
  if ('waitSeconds' in outcome) return outcome
  if ('progress' in outcome) {
    const next = { ...message, tried: 0, waitSeconds: outcome.stoppedFor }
    return (await saved(work, { ...inbox, progress: outcome.progress })) ? { next } : undefined
  }
  const keep = connection !== undefined && outcome.result === 'cannot be used'
  await logDelivery(work, inbox, outcome, { tries, keep, tell: keep && connection.status === 'on' })
  return undefined
}

type Delivery = { connection: ConnectionRecord | undefined; inbox: InboxRecord; message: InboxMessage; tries: number }

/** It is done, is tried again, or has come further: then it goes on at once, or after so many seconds. */
type Outcome = Done | { waitSeconds: number } | { progress: Progress; stoppedFor: number | undefined }

const unusable = (words: string): Done => ({ result: 'cannot be used', words, notices: [] })

const attempt = async (
  work: Work,
  asking: Asking,
  { connection, inbox, message, tries }: Delivery,
): Promise<Outcome> => {
  if (!connection) return unusable('The connection was removed before this was worked through.')
  if (connection.status === 'off') return unusable(`The connection is off. Turn it on. ${replayHint}`)
  const before = inbox.progress ?? nothingDone
  let notices: EmployeeNotice[] = []
  try {
    notices = noticesOf(asking, connection, inbox, message)
    const { readBack } = asking.vendors[connection.vendor]
    const isThin = notices.some(({ report }) => report === undefined)
    if (isThin && tries === 1 && !inbox.progress && readBack?.afterSeconds) {
      return { waitSeconds: readBack.afterSeconds }
    }
    const fetch = isThin ? await fetchOf(asking, connection, work.now) : undefined
    const from = { causeId: inbox.eventId ?? inbox.id, fetch }
    const { progress, stopped } = await takeNotices(work, connection, notices, from, before)
    if (progress.done >= notices.length) return inAll(progress, notices)
    if (progress.done === before.done) throw stopped
    return { progress, stoppedFor: stopped && waitAfter(stopped, inbox.id, 1) }
  } catch (error) {
    if (isDomainError(error, 'InvalidInput')) return unusable(`${error.message} Look at what the HR system sends.`)
    if (!isDomainError(error, 'Unavailable')) throw error
    if (tries < mostTries) throw error
    const words = `Was tried ${tries} times, in vain: ${error.message} Wait until that is over. ${replayHint}`
    return inAll(further(before, 'cannot be used', words), notices)
  }
}

const noticesOf = (
  asking: Asking,
  connection: ConnectionRecord,
  { body, receivedAt, sentAt }: InboxRecord,
  { employeeIds = [] }: InboxMessage,
): EmployeeNotice[] => {
  const { door, readBack } = asking.vendors[connection.vendor]
  if (!door) throw new DomainError('InvalidInput', 'Nothing is delivered by this HR system.')
  if (body !== '') return door.read(body, sentAt ?? receivedAt)
  return readBack ? employeeIds.map((employeeId) => ({ employeeId, type: 'again', occurredAt: receivedAt })) : []
}

/** Whether it is ours to go on: the same delivery may be worked through twice at once, and then the other one goes on. */
const saved = async ({ store }: Work, inbox: InboxRecord): Promise<boolean> => {
  try {
    await store.commit([{ kind: 'inbox', record: inbox, expect: inbox.version }])
    return true
  } catch (error) {
    if (isDomainError(error, 'StaleVersion')) return false
    throw error
  }
}
