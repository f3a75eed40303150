import { setTimeout as pause } from 'node:timers/promises'

const most = 9
const firstPause = 15
const longestPause = 800

/**
 * Tries again, with growing and jittered pauses, for as long as `again(error)` says that another try may help: in all nine
 * tries within about three seconds. The last error is passed on.
 */
export const retrying = async <T>(attempt: () => Promise<T>, again: (error: unknown) => boolean): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === most || !again(error)) throw error
      await pause(Math.random() * Math.min(longestPause, firstPause * 2 ** tries))
    }
  }
}
