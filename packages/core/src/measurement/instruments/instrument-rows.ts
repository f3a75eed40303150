import type { EngagementRecord } from '../../engagement/engagement-record.ts'
import { type ConsentRecord, currentConsent } from '../../intake/consent.ts'
import type { IntakeRecord, Service } from '../../intake/intake-record.ts'
import type { MatchRecord } from '../../matching/match-record.ts'
import type { Scope, Store } from '../../ports.ts'
import { allOf, holders, loadPeople } from '../../program/load.ts'
import type { Member, Person } from '../../program/person.ts'
import type { Behaviour } from './question-bank/behaviour-items.ts'
import type { RatersRecord, ResponseRecord } from './response-record.ts'

/** A participant with their coach or mentor: an engagement, or a published match that has none yet. */
export type Pair = { participantId: string; providerId: string; service: Service; engagementId?: string; over: boolean }

/** What instruments are asked and read by: the people of a program and what is known of them. */
export type InstrumentRows = {
  /** Active members, in id order. */
  members: Member[]
  people: Map<string, Person>
  intakes: Map<string, IntakeRecord>
  pairs: Pair[]
  raters: Map<string, RatersRecord>
  responses: ResponseRecord[]
  /** Participants whose goals may be shown to their manager (I3). */
  shareGoals: Set<string>
}

export const loadInstrumentRows = async (
  store: Store,
  scope: Scope,
  members: Member[] | Promise<Member[]> = allOf(store, 'member', scope),
): Promise<InstrumentRows> => {
  const active = (await members).filter(({ status }) => status === 'active')
  const [people, intakes, engagements, matches, raters, responses, consents] = await Promise.all([
    loadPeople(
      store,
      scope.tenantId,
      active.map(({ id }) => id),
    ),
    allOf(store, 'intake', scope),
    allOf(store, 'engagement', scope),
    allOf(store, 'match', scope),
    allOf(store, 'raters', scope),
    allOf(store, 'response', scope),
    allOf(store, 'consent', scope),
  ])
  return {
    members: active,
    people,
    intakes: byId(intakes),
    pairs: pairsOf(engagements, matches),
    raters: byId(raters),
    responses,
    shareGoals: sharing(consents),
  }
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]))

export const pairsOf = (engagements: EngagementRecord[], matches: MatchRecord[]): Pair[] => {
  const begun = new Set(engagements.map(({ id }) => id))
  const ahead = matches.filter(({ id, status }) => status === 'published' && !begun.has(id))
  return [
    ...engagements.map(({ id, participantId, providerId, service, status, paused }) => {
      return { participantId, providerId, service, engagementId: id, over: status === 'ended' || paused !== undefined }
    }),
    ...ahead.map(({ participantId, providerId, service }) => ({ participantId, providerId, service, over: false })),
  ]
}

const sharing = (consents: ConsentRecord[]): Set<string> => {
  const own = Map.groupBy(consents, ({ personId }) => personId)
  return new Set([...own].filter(([, theirs]) => currentConsent(theirs).has('goals manager')).map(([id]) => id))
}

/** Active participants who can be asked and asked about: people, not autonomous agents (I6). */
export const participantsOf = ({ members }: Pick<InstrumentRows, 'members'>): Member[] =>
  holders(members, 'participant').filter(({ learnerKind }) => learnerKind === 'person')

/** What a participant wants to change, the most important first; empty while nothing is chosen. */
export const targetsOf = ({ intakes }: Pick<InstrumentRows, 'intakes'>, participantId: string): Behaviour[] =>
  intakes.get(participantId)?.answers.targetBehaviours ?? []

/** Coaches and mentors of a participant now. */
export const runningPairs = ({ pairs }: Pick<InstrumentRows, 'pairs'>, participantId: string): Pair[] =>
  pairs.filter((pair) => pair.participantId === participantId && !pair.over)
