import { type DomainError, isDomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import type { EmployeeNotice } from '../vendors/report.ts'
import type { deliveryResults, InboxLogRecord, Progress } from './inbox-record.ts'
import type { Done } from './log-delivery.ts'
import { takeNotice } from './take-notice.ts'

/**
 * How many employees are taken over in one go, so that it ends within the time of the worker: one who is asked for may need 80 seconds,
 * one of whom the delivery says all needs one second.
 */
const mostAsked = 3
const mostTold = 100

export const replayHint = 'Then have this delivery worked through again.'
export const nothingDone: Progress = { done: 0, results: [], problems: [] }

/**
 * Takes over the next of the employees that a delivery is about. One who cannot be taken over does not hold up the others.
 * @returns how far it has come with them all, and the `Unavailable` that it was stopped by
 */
export const takeNotices = async (
  work: Work,
  connection: ConnectionRecord,
  notices: EmployeeNotice[],
  from: Parameters<typeof takeNotice>[3],
  before: Progress,
): Promise<{ progress: Progress; stopped?: DomainError }> => {
  let progress = before
  for (const notice of notices.slice(before.done, before.done + (from.fetch ? mostAsked : mostTold))) {
    try {
      const { result, problem } = await takeNotice(work, connection, notice, from)
      progress = further(progress, result, problem)
    } catch (error) {
      if (isDomainError(error, 'Unavailable')) return { progress, stopped: error }
      if (!isDomainError(error, 'InvalidInput') && !isDomainError(error, 'NotAllowed')) throw error
      progress = further(progress, 'cannot be used', `${error.message} ${replayHint}`)
    }
  }
  return { progress }
}

/** Results and problems are kept once each: more is not said in the log. */
export const further = (
  { done, results, problems }: Progress,
  result: InboxLogRecord['result'],
  problem?: string,
): Progress => ({
  done: done + 1,
  results: [...new Set([...results, result])],
  problems: [...new Set([...problems, ...(problem ? [problem] : [])])],
})

const inWords: Record<InboxLogRecord['result'], string> = {
  changed: 'Taken over.',
  unchanged: 'Nothing in it is new.',
  waiting: 'It holds from a later date and is taken over then.',
  'not known here': 'The HR system knows nobody by this id, and neither does Pilotgate.',
  'cannot be used': '',
}

/** What the log says of a delivery about several employees: what somebody has to look at first, then what happened. */
const mattersMost = [
  'cannot be used',
  'changed',
  'waiting',
  'unchanged',
  'not known here',
] as const satisfies (typeof deliveryResults)[number][]

export const inAll = ({ results, problems }: Progress, notices: EmployeeNotice[]): Done => {
  const result = mattersMost.find((each) => results.includes(each)) ?? 'unchanged'
  return { result, words: [inWords[result], ...problems].filter(Boolean).join(' '), notices }
}
