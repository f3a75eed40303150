import { DomainError } from '../errors.ts'

/** An execution lasts a year at most; after this long a new one goes on. */
const handOverAfterDays = 300
const day = 24 * 60 * 60 * 1000

/** @throws DomainError `ExecutionTooOld` when a new execution of the machine is to go on. */
export const refuseOldExecution = (startedAt: string, now: string): void => {
  if (Date.parse(now) - Date.parse(startedAt) > handOverAfterDays * day) {
    throw new DomainError('ExecutionTooOld', `The execution has run for more than ${handOverAfterDays} days.`)
  }
}
