import { DomainError, isDomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import { organisation } from '../../record.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import type { EmployeeNotice } from '../vendors/report.ts'
import { type Asking, fetchOf } from './ask-employee.ts'
import type { deliveryResults, InboxLogRecord, InboxRecord } from './inbox-record.ts'
import { type Done, logDelivery } from './log-delivery.ts'
import { takeNotice } from './take-notice.ts'
import { TryLater } from './try-later.ts'

/** A delivery in the queue. `employeeIds`: it was worked through before, and these are to be asked for again. */
export type InboxMessage = { tenantId: string; connectionId: string; inboxId: string; employeeIds?: string[] }

/** The queue hands a message over 20 times at most; the rest is for crashes. */
export const mostTries = 17
const shortestPause = 30
const longestPause = 3600

/** Seconds until the next try: 30 s, doubled each time, 1 h at most. All tries together last about ten hours. */
export const pauseAfter = (tries: number): number => Math.min(shortestPause * 2 ** (tries - 1), longestPause)

const inWords: Record<InboxLogRecord['result'], string> = {
  changed: 'Taken over.',
  unchanged: 'Nothing in it is new.',
  waiting: 'It holds from a later date and is taken over then.',
  'not known here': 'The HR system knows nobody by this id, and neither does Pilotgate.',
  'cannot be used': '',
}
const replayHint = 'Then have this delivery worked through again.'

/**
 * Works through a delivery: whom it is about, their state, and what became of it in the log. Nothing says when it is done; otherwise in
 * how many seconds it is tried again. Repeatable: a delivery that was worked through stays as it is.
 * @param tries how often it was handed over, this time included
 * @throws DomainError `Unavailable` when the database does not answer
 */
export const workThrough = async (
  work: Work,
  asking: Asking,
  message: InboxMessage,
  tries: number,
): Promise<{ waitSeconds: number } | undefined> => {
  const { store } = work
  const scope = scopeOfConnection({ tenantId: message.tenantId, id: message.connectionId })
  const inbox = await store.get('inbox', scope, message.inboxId)
  if (!inbox || (inbox.body === '' && !message.employeeIds)) return undefined
  const connection = await store.get(
    'connection',
    { tenantId: message.tenantId, scope: organisation },
    message.connectionId,
  )
  const done = await attempt(work, asking, { connection, inbox, message, tries })
  if ('waitSeconds' in done) return done
  await logDelivery(work, inbox, done, { tries, keep: connection !== undefined && done.result === 'cannot be used' })
  return undefined
}

type Delivery = { connection: ConnectionRecord | undefined; inbox: InboxRecord; message: InboxMessage; tries: number }

const unusable = (words: string, notices: EmployeeNotice[] = []): Done => ({
  result: 'cannot be used',
  words,
  notices,
})

const attempt = async (
  work: Work,
  asking: Asking,
  { connection, inbox, message, tries }: Delivery,
): Promise<Done | { waitSeconds: number }> => {
  if (!connection) return unusable('The connection was removed before this was worked through.')
  if (connection.status === 'off') return unusable(`The connection is off. Turn it on. ${replayHint}`)
  let notices: EmployeeNotice[] = []
  try {
    notices = noticesOf(asking, connection, inbox, message)
    const { readBack } = asking.vendors[connection.vendor]
    const isThin = notices.some(({ report }) => report === undefined)
    if (isThin && tries === 1 && readBack?.afterSeconds) return { waitSeconds: readBack.afterSeconds }
    const fetch = isThin ? await fetchOf(asking, connection, work.now) : undefined
    return await takeAll(work, connection, notices, { causeId: inbox.eventId ?? inbox.id, fetch })
  } catch (error) {
    if (isDomainError(error, 'InvalidInput')) return unusable(`${error.message} Look at what the HR system sends.`)
    if (!isDomainError(error, 'Unavailable')) throw error
    if (tries < mostTries) return { waitSeconds: error instanceof TryLater ? error.waitSeconds : pauseAfter(tries) }
    const words = `Was tried ${tries} times, in vain: ${error.message} Wait until the HR system answers. ${replayHint}`
    return unusable(words, notices)
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

/** One employee who cannot be taken over does not hold up the others. */
const takeAll = async (
  work: Work,
  connection: ConnectionRecord,
  notices: EmployeeNotice[],
  from: Parameters<typeof takeNotice>[3],
): Promise<Done> => {
  const results: InboxLogRecord['result'][] = []
  const problems: string[] = []
  for (const notice of notices) {
    try {
      const { result, problem } = await takeNotice(work, connection, notice, from)
      results.push(result)
      if (problem) problems.push(problem)
    } catch (error) {
      if (!isDomainError(error, 'InvalidInput') && !isDomainError(error, 'NotAllowed')) throw error
      results.push('cannot be used')
      problems.push(`${error.message} ${replayHint}`)
    }
  }
  const result = mattersMost.find((each) => results.includes(each)) ?? 'unchanged'
  const words = [inWords[result], ...new Set(problems)].filter(Boolean).join(' ')
  return { result, words, notices }
}

/** What the log says of a delivery about several employees: what somebody has to look at first, then what happened. */
const mattersMost = [
  'cannot be used',
  'changed',
  'waiting',
  'unchanged',
  'not known here',
] as const satisfies (typeof deliveryResults)[number][]
