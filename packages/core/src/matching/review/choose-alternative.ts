import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { loadMatch, loadSettings } from './load-matching.ts'
import { lookAtPair } from './pair.ts'
import { replacement } from './replacement.ts'

/** The proposed provider and up to two alternatives: what a participant may pick from. */
export const choicesOf = (match: MatchRecord): string[] =>
  [match.providerId, ...match.alternatives.map(({ providerId }) => providerId)].slice(0, 3)

/**
 * Ranked choice (program setting): before the approval the participant picks one of the three best. The pick is a proposal like
 * any other: a person still approves it (M6).
 * @returns the proposal with the picked provider
 * @throws DomainError `NotFound` (not theirs), `NotPossibleNow` (setting off, decided already, hard rule), `InvalidInput`
 */
export const chooseAlternative = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  matchId: string,
  providerId: string,
): Promise<MatchRecord> =>
  whileStale(async () => {
    const scope = { tenantId: actor.tenantId, scope: programId }
    const program = await loadOpenProgram(store, scope.tenantId, scope.scope)
    const match = await loadMatch(store, scope, matchId)
    if (match.participantId !== actor.personId) {
      throw new DomainError('NotFound', `There is no match "${matchId}" that you can choose for.`)
    }
    const settings = await loadSettings(store, scope)
    if (!settings.rankedChoice) {
      throw new DomainError('NotPossibleNow', 'Participants do not choose for themselves in this program.')
    }
    if (match.status !== 'proposed') {
      throw new DomainError('NotPossibleNow', `This proposal is ${match.status}; there is nothing to choose any more.`)
    }
    if (!choicesOf(match).includes(providerId)) {
      const problem = 'Is not among the three you can choose from.'
      throw new DomainError('InvalidInput', 'This choice is not open.', {
        problems: [{ field: 'providerId', problem }],
      })
    }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId, matchId }
    if (providerId === match.providerId) {
      if (match.chosenAt) return match
      await store.commit([{ kind: 'match', record: { ...match, chosenAt: now }, expect: match.version }])
      return { ...match, chosenAt: now, version: match.version + 1 }
    }
    const { verdict } = await lookAtPair(store, program, { ...match, providerId }, now)
    if ('forbidden' in verdict) {
      throw new DomainError('NotPossibleNow', 'This choice is no longer open. Choose another.')
    }
    const { replaced, proposal } = replacement(match, providerId, verdict, now, 'The participant chose another.')
    const chosen: MatchRecord = { ...proposal, chosenAt: now }
    await store.commit(
      [
        { kind: 'match', record: replaced, expect: match.version },
        { kind: 'match', record: chosen, expect: 0 },
      ],
      [{ type: 'match.chosen', ...about, replacedBy: chosen.id }],
    )
    return { ...chosen, version: 1 }
  })
