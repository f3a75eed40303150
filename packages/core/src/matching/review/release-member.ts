import type { Work } from '../../program/actor.ts'
import { endEach, type Who } from './end-each.ts'

/**
 * Somebody left the program: their open proposals are withdrawn, their matches end and free the places they held (domain §11).
 * Repeatable.
 */
export const releaseMember = (work: Pick<Work, 'store' | 'now'>, who: Who): Promise<void> =>
  endEach(work, who, ({ status, participantId, providerId }) => {
    if (!['proposed', 'approved', 'published'].includes(status)) return undefined
    if (participantId === who.personId) return 'The participant left.'
    return providerId === who.personId ? 'The provider left.' : undefined
  })
