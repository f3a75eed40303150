import { DomainError } from '../errors.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import { loadCaseload, takePlace } from '../matching/review/caseload.ts'
import { holdsPlace } from '../matching/review/load-matching.ts'
import { lineConflict } from '../matching/review/reporting-line.ts'
import type { Change, Scope, Store } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { effectOf } from '../program/hr/effects/effect.ts'
import { allOf, loadOpenProgram } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import { whileStale } from '../program/while-stale.ts'
import { askAgain } from './ask-again.ts'
import { engagementChange, engagementChanged } from './engagement-changed.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { demandGoingOn, loadEngagement } from './load-engagement.ts'

/**
 * Operations let a paused pair go on: it takes a place of its provider again, in one transaction, and what the two were asked for is
 * asked anew. An engagement that is not paused, nor its match, stays as it is.
 * @throws DomainError `NotFound`, `NotPossibleNow` (ended; one of the two is gone; no place is free; matched with somebody else since;
 *   one reporting line; program over)
 */
export const resumeByHand = (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
): Promise<EngagementRecord> =>
  whileStale(async () => {
    const { store, now } = work
    const { tenantId, personId: by } = actor
    const program = await loadOpenProgram(store, tenantId, programId)
    const engagement = await loadEngagement(store, { tenantId, programId, engagementId })
    demandGoingOn(engagement)
    const { paused } = engagement
    const { pausedAt } = (await store.get('match', { tenantId, scope: programId }, engagementId)) ?? {}
    if (!paused && pausedAt === undefined) return engagement
    const match = await demandPair(store, engagement)
    const place = await placeTaken(store, engagement, match)
    const resumed: EngagementRecord = { ...engagement, paused: undefined, resumedAt: now }
    const asked = await askAgain(work, resumed, program.zone)
    const about = { tenantId, programId, at: now }
    const words = `It was decided that the engagement with the ${engagement.service} goes on.`
    await store.commit(
      [
        engagementChange(resumed),
        ...place,
        ...(paused
          ? [effectOf(about, { ...paused, effect: 'engagement resumed', subjectId: engagementId, words })]
          : []),
        ...asked.changes,
      ],
      [
        { type: 'match.resumed', tenantId, programId, at: now, by, matchId: match.id },
        engagementChanged(resumed, 'resumed', { now, by }),
        ...asked.events,
      ],
    )
    return { ...resumed, version: engagement.version + 1 }
  })

/** The match, if the two may still be a pair. @throws DomainError `NotPossibleNow` */
const demandPair = async (store: Store, engagement: EngagementRecord): Promise<MatchRecord> => {
  const { tenantId, scope: programId, id, participantId, service } = engagement
  const scope = { tenantId, scope: programId }
  const own = await allOf(store, 'match', scope, `${participantId}.`)
  const match = own.find((each) => each.id === id)
  if (match?.status !== 'published') {
    throw new DomainError('NotPossibleNow', 'The match of this engagement has ended. Match the two anew instead.')
  }
  if (own.some((other) => other.id !== id && other.service === service && holdsPlace(other))) {
    throw new DomainError(
      'NotPossibleNow',
      `The participant has been matched with another ${service} since. End this engagement, or that match first.`,
    )
  }
  const conflict = await lineConflict(store, engagement)
  if (conflict) {
    throw new DomainError('NotPossibleNow', `${conflict} Reassign the match, or end the engagement (M4).`)
  }
  return match
}

/** What takes the place of a paused match again. @throws DomainError `NotPossibleNow` (one of the two is gone; no place is free) */
const placeTaken = async (store: Store, engagement: EngagementRecord, match: MatchRecord): Promise<Change[]> => {
  const { tenantId, scope: programId, participantId, providerId, service } = engagement
  const scope: Scope = { tenantId, scope: programId }
  await demandMember(store, scope, participantId, 'participant')
  const provider = await demandMember(store, scope, providerId, service)
  if (match.pausedAt === undefined) return []
  const { pausedAt: _, ...going } = match
  return [
    { kind: 'match', record: going, expect: match.version },
    takePlace(await loadCaseload(store, scope, provider)),
  ]
}

const demandMember = async (store: Store, scope: Scope, personId: string, who: string): Promise<Member> => {
  const member = await store.get('member', scope, personId)
  if (member?.status === 'active') return member
  throw new DomainError(
    'NotPossibleNow',
    `The ${who} has no part in the program any more. Reassign the match, or end the engagement.`,
  )
}
