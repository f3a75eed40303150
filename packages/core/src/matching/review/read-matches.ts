import { DomainError } from '../../errors.ts'
import type { Page, Scope, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'
import { holdsPlace, loadMatch, loadSettings } from './load-matching.ts'

export type MatchQuery = {
  status?: MatchRecord['status']
  review?: MatchRecord['review']
  participantId?: string
  providerId?: string
  runId?: string
  limit: number
  cursor?: string
}

/** A page of matches with filters. A page may hold fewer than `limit` rows while more follow: go by the cursor. */
export const listMatches = async (
  store: Store,
  actor: Actor,
  programId: string,
  { limit, cursor, participantId, ...filters }: MatchQuery,
): Promise<Page<MatchRecord>> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const page = await store.list('match', scope, {
    limit,
    cursor,
    ...(participantId && { prefix: `${participantId}.` }),
  })
  const wanted = Object.entries(filters).filter(([, value]) => value !== undefined)
  const items = page.items.filter((match) => wanted.every(([field, value]) => match[field as 'status'] === value))
  return { items, cursor: page.cursor }
}

/** One match with its whole history, oldest first: what it replaced, and what replaced it (M7, M8). */
export const readMatch = async (
  store: Store,
  actor: Actor,
  programId: string,
  matchId: string,
): Promise<{ match: MatchRecord; history: MatchRecord[] }> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const match = await loadMatch(store, scope, matchId)
  const history = (await allOf(store, 'match', scope, `${match.participantId}.`)).filter(
    (each) => each.service === match.service,
  )
  return { match, history }
}

/** The actor's own matches: published and ended ones, and, where participants choose, their open proposals. */
export const ownMatches = async (store: Store, actor: Actor, programId: string) => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const [{ rankedChoice }, provider] = await Promise.all([
    loadSettings(store, scope),
    store.get('provider', scope, actor.personId),
  ])
  // Only who has been a provider can be in the matches of others.
  const prefix = provider ? undefined : `${actor.personId}.`
  const matches = (await allOf(store, 'match', scope, prefix)).filter(
    ({ participantId, providerId, publishedAt, status }) =>
      (publishedAt !== undefined && [participantId, providerId].includes(actor.personId)) ||
      (rankedChoice && status === 'proposed' && participantId === actor.personId),
  )
  return matches
}

export type Waiting = MatchingRunRecord['unmatched'][number]

/** Who still waits for a match (C): those the last whole run left out, and those whose match was withdrawn or ended since; with the reason. */
export const waitList = async (store: Store, { tenantId, scope }: Scope): Promise<Waiting[]> => {
  const [runs, matches, members] = await Promise.all([
    allOf(store, 'matchingRun', { tenantId, scope }),
    allOf(store, 'match', { tenantId, scope }),
    allOf(store, 'member', { tenantId, scope }),
  ])
  const cohortRun = runs.filter((run) => !isReassignment(run, matches)).at(-1)
  const served = new Set(
    matches
      .filter((match) => holdsPlace(match) || match.status === 'proposed')
      .flatMap(({ participantId, service }) => [keyOf({ participantId, service }), keyOf({ participantId })]),
  )
  const active = new Set(members.filter(({ status }) => status === 'active').map(({ id }) => id))
  const lost = matches
    .filter(
      ({ endedAt, status }) => (status === 'withdrawn' || status === 'ended') && endedAt! >= (cohortRun?.at ?? ''),
    )
    .map(({ participantId, service, endedBecause = '' }): Waiting => ({ participantId, service, why: endedBecause }))
  // Of several matches lost the last counts; the same key keeps its place.
  const waiting = new Map([...(cohortRun?.unmatched ?? []), ...lost].map((each) => [keyOf(each), each]))
  return [...waiting.values()].filter((each) => active.has(each.participantId) && !served.has(keyOf(each)))
}

const keyOf = ({ participantId, service }: Omit<Waiting, 'why'>): string => `${participantId} ${service}`

/** A run of one match that took the place of another. */
const isReassignment = ({ id }: MatchingRunRecord, matches: MatchRecord[]): boolean => {
  const own = matches.filter(({ runId }) => runId === id)
  const first = own[0]
  return own.length === 1 && first?.replaces !== undefined && !first.replaces.includes(`.${id}.`)
}

/** @throws DomainError `NotFound` */
export const readRun = async (store: Store, scope: Scope, runId: string): Promise<MatchingRunRecord> => {
  const run = await store.get('matchingRun', scope, runId)
  if (!run) throw new DomainError('NotFound', `There is no run "${runId}" in this program.`)
  return run
}
