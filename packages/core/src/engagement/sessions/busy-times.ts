import type { Store } from '../../ports.ts'
import { allOf } from '../../program/load.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import type { Meeting } from './overlap.ts'

/** A time that somebody keeps for an engagement: a session that lies ahead, or a block meant to become one (no `sessionId` yet). */
export type BusyTime = Meeting & { sessionId?: string; engagement: EngagementRecord }

/** All engagements of any of these people in the organisation, ended ones too: people may have a part in several programs. */
export const engagementsOf = async (
  store: Store,
  tenantId: string,
  programId: string,
  personIds: string[],
): Promise<EngagementRecord[]> => {
  const others = await Promise.all(personIds.map((personId) => store.programsOf(tenantId, personId)))
  // The index of programs may lag behind; the one at hand is asked in any case.
  const programs = [...new Set([programId, ...others.flat()])]
  const found = await Promise.all(programs.map((scope) => allOf(store, 'engagement', { tenantId, scope })))
  return found.flat().filter((each) => [each.participantId, each.providerId].some((id) => personIds.includes(id)))
}

/** The times that engagements keep. Blocks count until they have become sessions (E1). */
export const busyTimes = (engagements: EngagementRecord[]): BusyTime[] =>
  engagements
    .filter(({ status }) => status !== 'ended')
    .flatMap((engagement) => [
      ...engagement.upcoming.map((session) => ({ ...session, engagement })),
      ...(engagement.status === 'preparing' ? engagement.blocks : []).map((startsAt) => ({
        startsAt,
        minutes: engagement.cadence.minutes,
        engagement,
      })),
    ])
