import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { MatchRecord } from '@pilotgate/core/matching/match-record'
import { choicesOf } from '@pilotgate/core/matching/review/choose-alternative'
import { loadSettings } from '@pilotgate/core/matching/review/load-matching'
import { allOf } from '@pilotgate/core/program/load'
import type { Member } from '@pilotgate/core/program/person'
import { type EventOf, type Ground, inRoles, nameOf, notices, pages, peopleOf } from './ground.ts'

const scopeOf = ({ program }: Ground) => ({ tenantId: program.tenantId, scope: program.id })

const inReview = async (ground: Ground, runId: string): Promise<MatchRecord[]> =>
  (await allOf(ground.store, 'match', scopeOf(ground))).filter(
    (match) => match.runId === runId && match.status === 'proposed',
  )

/**
 * Proposals wait: the matching owner, and the program owner where some are theirs (M6). Nothing left to review, no mail. Where
 * participants choose, also each who has not chosen yet.
 */
export const matchesProposed = async (ground: Ground, event: EventOf<'matching.proposed'>): Promise<Notice[]> => {
  const open = await inReview(ground, event.runId)
  const owners = open.some(({ review }) => review === 'program owner') ? inRoles(ground, 'program owner') : []
  const others = open.some(({ review }) => review !== 'program owner') ? inRoles(ground, 'matching owner') : []
  const { rankedChoice } = await loadSettings(ground.store, scopeOf(ground))
  return [
    ...(await toReview(ground, event.runId, [...owners, ...others], open, { reminder: 0 })),
    ...(rankedChoice ? await toChoose(ground, event.runId, open) : []),
  ]
}

const toChoose = async (ground: Ground, runId: string, open: MatchRecord[]): Promise<Notice[]> => {
  const choices = open.filter((match) => match.chosenAt === undefined && choicesOf(match).length > 1)
  const to = ground.members.filter(({ id }) => choices.some(({ participantId }) => participantId === id))
  return notices(ground, 'choose-provider', `matching.${runId}.choose-provider`, {
    to,
    people: await peopleOf(ground, to),
    data: ({ id }) => ({
      services: choices.filter(({ participantId }) => participantId === id).map(({ service }) => service),
      href: `${pages.program(ground)}/own-matches`,
    }),
  })
}

/** Nobody reviewed in time: the reviewer; with the last reminder of a late matching owner, the program owner, too. */
export const reviewReminded = async (ground: Ground, event: EventOf<'matching.review-reminded'>): Promise<Notice[]> => {
  const { runId, reviewer, reminder, escalate } = event
  const open = (await inReview(ground, runId)).filter(
    ({ review }) => (review === 'program owner') === (reviewer === 'program owner'),
  )
  const late = inRoles(ground, reviewer)
  const owners = inRoles(ground, 'program owner').filter(({ id }) => late.every((each) => each.id !== id))
  return [
    ...(await toReview(ground, runId, late, open, { reminder })),
    ...(escalate ? await toReview(ground, runId, owners, open, { reminder, escalated: true }) : []),
  ]
}

const toReview = async (
  ground: Ground,
  runId: string,
  to: Member[],
  open: MatchRecord[],
  { reminder, escalated = false }: { reminder: number; escalated?: boolean },
): Promise<Notice[]> => {
  const run = await ground.store.get('matchingRun', scopeOf(ground), runId)
  if (!run || open.length === 0) return []
  const many = (level: MatchRecord['review']) => open.filter(({ review }) => review === level).length
  return notices(ground, 'matches-proposed', `matching.${runId}.matches-proposed-${reminder}`, {
    to,
    people: await peopleOf(ground, to),
    data: () => ({
      proposedAt: run.at,
      bulk: many('bulk'),
      oneByOne: many('manual'),
      highImpact: many('program owner'),
      waiting: new Set(run.unmatched.map(({ participantId }) => participantId)).size,
      reminder,
      escalated,
      href: `${pages.program(ground)}/matches`,
    }),
  })
}

/** The two members of a match, and their names. */
const pairOf = async (ground: Ground, { participantId, providerId }: MatchRecord) => {
  const find = (id: string) => ground.members.filter((member) => member.id === id)
  const [participant, provider] = [find(participantId), find(providerId)]
  const people = await peopleOf(ground, [...participant, ...provider])
  return {
    participant,
    provider,
    people,
    participantName: nameOf(people, participantId),
    providerName: nameOf(people, providerId),
    href: `${pages.program(ground)}/own-matches`,
  }
}

const loadMatch = ({ store, program }: Ground, id: string) =>
  store.get('match', { tenantId: program.tenantId, scope: program.id }, id)

/** A match is published: participant and provider, each in a mail of their own. */
export const matchPublished = async (ground: Ground, event: EventOf<'match.published'>): Promise<Notice[]> => {
  const match = await loadMatch(ground, event.matchId)
  if (match?.status !== 'published') return []
  const { service } = match
  const { participant, provider, people, participantName, providerName, href } = await pairOf(ground, match)
  const intake = await ground.store.get('intake', scopeOf(ground), match.participantId)
  const decided = intake?.decision?.services.find((each) => each.service === service)
  const plan = decided && { cadence: decided.cadence, length: decided.length }
  return [
    ...notices(ground, 'match-published-participant', `matching.${match.id}.match-published-participant`, {
      to: participant,
      people,
      data: () => ({ service, providerName, ...plan, href }),
    }),
    ...notices(ground, 'match-published-provider', `matching.${match.id}.match-published-provider`, {
      to: provider,
      people,
      data: () => ({ service, participantName, ...plan, href }),
    }),
  ]
}

/** The first week or the 30 days are over: the participant, unless they have said already (M8). */
export const matchCheckDue = async (ground: Ground, event: EventOf<'match.check-due'>): Promise<Notice[]> => {
  const match = await loadMatch(ground, event.matchId)
  if (match?.status !== 'published' || match.pausedAt || match[event.what] !== undefined) return []
  const { participant, people, providerName, href } = await pairOf(ground, match)
  const kind = event.what === 'chemistry' ? 'chemistry-check' : 'reassessment'
  const data = () => ({ service: match.service, providerName, href })
  return notices(ground, kind, `matching.${match.id}.${kind}`, { to: participant, people, data })
}

/** A participant says that their match does not fit: the matching owner, as long as it goes on (M8). Whom it fits, nobody hears of. */
export const matchDoubted = async (ground: Ground, event: EventOf<'match.checked'>): Promise<Notice[]> => {
  const match = await loadMatch(ground, event.matchId)
  if (event.fine || match?.status !== 'published') return []
  const to = inRoles(ground, 'matching owner')
  return notices(ground, 'match-doubted', `matching.${match.id}.match-doubted-${event.what}`, {
    to,
    people: await peopleOf(ground, to),
    data: () => ({ service: match.service, check: event.what, href: `${pages.program(ground)}/matches/${match.id}` }),
  })
}

/** A published match ended: both, without the reason. Who has left the program gets nothing. */
export const matchEnded = async (ground: Ground, event: EventOf<'match.ended'>): Promise<Notice[]> => {
  const match = await loadMatch(ground, event.matchId)
  if (!match?.publishedAt || match.status !== 'ended') return []
  const { participant, provider, people, participantName, providerName, href } = await pairOf(ground, match)
  return notices(ground, 'match-ended', `matching.${match.id}.match-ended`, {
    to: [...participant, ...provider],
    people,
    data: (reader) => ({
      service: match.service,
      partnerName: reader.id === match.participantId ? providerName : participantName,
      endedAt: event.at,
      followed: match.replacedBy !== undefined && reader.id === match.participantId,
      href,
    }),
  })
}
