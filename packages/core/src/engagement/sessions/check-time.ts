import type { Change, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { localDate, localMoment } from '../../program/calendar.ts'
import { loadPeople } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { type BusyTime, busyTimes, engagementsOf } from './busy-times.ts'
import { endsAt, firstOverlap, type Meeting } from './overlap.ts'

type Ground = { store: Store; now: string; actor: Actor; program: Program; engagement: EngagementRecord }

/**
 * Checks the time of a session that lies ahead: in the future, within the engagement, and free in the calendars of both.
 * @param sessionId the session that is moved: it does not stand in its own way
 * @returns writes that belong into the same commit: of two that take overlapping times at once, one meets `StaleVersion`
 * @throws DomainError `InvalidInput` naming `startsAt`, with the times in the actor's own zone
 */
export const checkTime = async (
  { store, now, actor, program, engagement }: Ground,
  meeting: Meeting,
  sessionId?: string,
): Promise<Change[]> => {
  if (meeting.startsAt <= now) throw invalid('startsAt', 'Lies in the past. Name a time that lies ahead.')
  const { endsOn } = engagement.cadence
  if (localDate(meeting.startsAt, program.zone) > endsOn) {
    const problem = `Lies after ${endsOn}, the last day of the engagement. Choose an earlier day, or renew the engagement first.`
    throw invalid('startsAt', problem)
  }
  const { participantId, providerId } = engagement
  const both = await engagementsOf(store, actor.tenantId, program.id, [participantId, providerId])
  const busy = busyTimes(both).filter((each) => sessionId === undefined || each.sessionId !== sessionId)
  const taken = firstOverlap(meeting, busy)
  if (taken) {
    const zone = (await loadPeople(store, actor.tenantId, [actor.personId])).get(actor.personId)?.zone ?? program.zone
    throw invalid('startsAt', `${inWords(taken, engagement, actor, zone)} Choose a time that is free for both.`)
  }
  return guards(both, engagement)
}

/** Which meeting is in the way. With whom somebody meets in another engagement is nobody else's business. */
export const inWords = (
  taken: BusyTime,
  { participantId, service }: EngagementRecord,
  actor: Actor,
  zone: string,
): string => {
  const time = `from ${localMoment(taken.startsAt, zone)} to ${localMoment(endsAt(taken), zone)}`
  const theirs = taken.engagement
  if ([theirs.participantId, theirs.providerId].includes(actor.personId)) {
    const what = taken.sessionId ? `session ${taken.sessionId}` : `the block for a first session of ${theirs.id}`
    return `Overlaps ${what}, ${time}.`
  }
  const who = [theirs.participantId, theirs.providerId].includes(participantId) ? 'participant' : service
  return `Overlaps another session of the ${who}, ${time}.`
}

/**
 * Sessions of different engagements are different rows, so that two commits at once would not meet. Each therefore also writes
 * the first engagement of either person, unchanged: the same row for everybody who takes a time of that person.
 */
export const guards = (engagements: EngagementRecord[], own: EngagementRecord): Change[] => {
  const place = ({ scope, id }: EngagementRecord) => `${scope} ${id}`
  const firsts = [own.participantId, own.providerId].flatMap((personId) =>
    engagements
      .filter(({ participantId, providerId }) => participantId === personId || providerId === personId)
      .toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
      .slice(0, 1),
  )
  const rows = new Map(firsts.map((each) => [place(each), each]))
  rows.delete(place(own))
  return [...rows.values()].map((record) => ({ kind: 'engagement', record, expect: record.version }))
}
