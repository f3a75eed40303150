import { isDomainError } from '@pilotgate/core/errors'

/** Each lost race means that another request won one, so that many are enough for a whole committee voting at once. */
const most = { StaleVersion: 20, AlreadyExists: 2 }

/**
 * Runs a use case again when somebody else wrote what it had read: it then decides on what is there now. For requests that
 * name no version of their own; nothing of a lost race is written, since a commit is all or nothing.
 */
export const onFreshRecords = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      const lost = isDomainError(error) && (error.code === 'StaleVersion' || error.code === 'AlreadyExists')
      if (!lost || attempt >= most[error.code as keyof typeof most]) throw error
    }
  }
}
