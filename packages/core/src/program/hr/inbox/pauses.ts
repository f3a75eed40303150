import { pauseAfter } from '../../pause-after.ts'
import { TryLater } from './try-later.ts'

/** All tries together, with the pauses between them, last about ten hours. */
export const mostTries = 17

/**
 * Seconds until a delivery is tried again: the growing pause, or what the HR system asks for where that is longer, and up to a tenth
 * more by the delivery's id, so that those that failed together do not come back in the same second.
 * @param inboxId hexadecimal
 */
export const waitAfter = (error: unknown, inboxId: string, tries: number): number => {
  const wait = Math.max(error instanceof TryLater ? error.waitSeconds : 0, pauseAfter(tries))
  const share = Number.parseInt(inboxId.slice(0, 4), 16) / 0x1_00_00
  return wait + Math.floor((wait / 10) * share)
}
