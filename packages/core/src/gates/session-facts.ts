import type { EngagementRecord } from '../engagement/engagement-record.ts'
import type { SessionRecord } from '../engagement/sessions/session-record.ts'
import type { Computation, Rows } from './rows.ts'
import { countOf, shareOf } from './share-fact.ts'

/** Whether pairs work here at all; where they do not, people state what they counted elsewhere. */
export const engagementsOf = async ({ all }: Rows): Promise<EngagementRecord[] | undefined> => {
  const engagements = await all('engagement')
  return engagements.length > 0 ? engagements : undefined
}

const inEngagements =
  (compute: (rows: Rows, engagements: EngagementRecord[]) => ReturnType<Computation>): Computation =>
  async (rows) => {
    const engagements = await engagementsOf(rows)
    return engagements && compute(rows, engagements)
  }

/** Sessions whose time has come; one that nobody has recorded counts as not held. */
const due = async ({ all, now }: Rows): Promise<SessionRecord[]> =>
  (await all('session')).filter(({ status, startsAt }) => status !== 'cancelled' && startsAt <= now)

const held = ({ status }: SessionRecord) => status === 'attended'

/** The facts of sessions, action items and ledgers (E3, E4, K1, K6), from their rows. */
export const sessionFacts: Record<string, Computation> = {
  'session-attendance': inEngagements(async (rows) =>
    shareOf(
      (await due(rows)).map((each) => ({ row: 'session', id: each.id, counts: held(each) })),
      'sessions whose time has come were held',
    ),
  ),
  'action-items-documented': inEngagements(async (rows) =>
    shareOf(
      (await due(rows)).filter(held).map(({ id, actionItems }) => ({ row: 'session', id, counts: actionItems > 0 })),
      'sessions held have action items documented',
    ),
  ),
  'action-conversion': inEngagements(async ({ all }) =>
    shareOf(
      (await all('actionItem')).map(({ id, status }) => ({ row: 'actionItem', id, counts: status === 'done' })),
      'action items logged are done',
    ),
  ),
  'open-systemic-blockers': inEngagements(async ({ all }) =>
    countOf(
      (await all('blocker'))
        .filter(({ systemic }) => systemic)
        .map(({ id, status }) => ({ row: 'blocker', id, counts: status === 'open' })),
      'systemic blockers are open',
    ),
  ),
  'sponsor-actions-logged': inEngagements(async ({ all }, engagements) => {
    const actions = await all('sponsorAction')
    const logged = new Set(actions.map(({ engagementId }) => engagementId))
    const mentees = engagements.filter(({ service, status }) => service === 'mentor' && status !== 'ended')
    return shareOf(
      mentees.map(({ id }) => ({ row: 'engagement', id, counts: logged.has(id) })),
      'mentees have a sponsor action in the ledger',
    )
  }),
  'acceptance-criteria-set': inEngagements(async ({ all }, engagements) => {
    const set = pairsWith(await all('milestone'), 'acceptance criterion')
    return shareOf(running(engagements, set), 'pairs have an acceptance criterion')
  }),
  'validation-artifacts-delivered': inEngagements(async ({ all }, engagements) => {
    const reached = (await all('milestone')).filter(({ status }) => status === 'reached')
    const set = pairsWith(reached, 'deployable outcome')
    return shareOf(running(engagements, set), 'pairs have delivered an outcome or artifact')
  }),
}

const pairsWith = (milestones: { kind: string; engagementId: string }[], kind: string): Set<string> =>
  new Set(milestones.filter((each) => each.kind === kind).map(({ engagementId }) => engagementId))

const running = (engagements: EngagementRecord[], pairs: Set<string>) =>
  engagements
    .filter(({ status }) => status !== 'ended')
    .map(({ id }) => ({ row: 'engagement' as const, id, counts: pairs.has(id) }))
