import { isDomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadProgram } from '../../program/load.ts'
import type { MatchRecord, MatchScore } from '../match-record.ts'
import type { Signal } from '../weights.ts'
import { choicesOf } from './choose-alternative.ts'
import { loadMatch } from './load-matching.ts'
import { lookAtPair } from './pair.ts'

export type WeighedProvider = { result?: MatchScore; toCheck: string[]; forbidden?: string; free: number }

/**
 * How another provider would suit the participant of a match, before anybody decides: the score with its signals (M5), what of
 * the hard rules a person has to check, or which of them forbid the pair (M4), and the free places. Changes nothing.
 * @throws DomainError `NotFound`, `NotPossibleNow` (the provider has left)
 */
export const weighProvider = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  matchId: string,
  providerId: string,
): Promise<WeighedProvider> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  const match = await loadMatch(store, { tenantId: actor.tenantId, scope: programId }, matchId)
  const { verdict, caseload } = await lookAtPair(store, program, { ...match, providerId }, now)
  const free = caseload.places - caseload.taken
  return 'result' in verdict
    ? { result: verdict.result, toCheck: verdict.open, free }
    : { forbidden: verdict.forbidden, toCheck: [], free }
}

/** What participants may read of why somebody is proposed: what they asked for themselves, not anybody's record. */
const ownWishes: readonly Signal[] = ['skills', 'goals', 'availability']

/**
 * Why each of the providers that the actor may choose from suits them, in words (M6), for each of their open proposals.
 * @returns the reasons by match and provider; none where nothing speaks for the pair or it became impossible
 */
export const choiceReasons = async (
  work: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  matches: MatchRecord[],
): Promise<(matchId: string, providerId: string) => string[]> => {
  const choices = matches
    .filter(({ status, participantId }) => status === 'proposed' && participantId === actor.personId)
    .flatMap((match) => choicesOf(match).map((providerId) => ({ matchId: match.id, providerId })))
  const reasons = new Map<string, string[]>()
  for (const { matchId, providerId } of choices) {
    const { result } = await weighProvider(work, actor, programId, matchId, providerId).catch(whoLeft)
    reasons.set(`${matchId} ${providerId}`, result ? inFavour(result) : [])
  }
  return (matchId, providerId) => reasons.get(`${matchId} ${providerId}`) ?? []
}

/** Somebody who left takes nothing from what is said of the others. */
const whoLeft = (error: unknown): Pick<WeighedProvider, 'result'> => {
  if (isDomainError(error)) return {}
  throw error
}

const inFavour = ({ contributions }: MatchScore): string[] =>
  contributions
    .filter(({ signal, value = 0 }) => ownWishes.includes(signal) && value > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ words }) => words)
