import { isDomainError } from '../errors.ts'

/** Each lost race means that somebody else won one, so that many tries are enough for a pool of reviewers at work at once. */
const most = 25

/**
 * Runs a change again on fresh records when somebody else wrote what it had read. Bounded: the last refusal is passed on.
 * Nothing of a lost race is written, since a commit is all or nothing (F11, F15).
 */
export const whileStale = async <T>(change: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change()
    } catch (error) {
      const lost = isDomainError(error, 'StaleVersion') || isDomainError(error, 'AlreadyExists')
      if (!lost || attempt === most) throw error
    }
  }
}
