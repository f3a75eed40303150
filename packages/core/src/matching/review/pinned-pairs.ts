import type { FieldProblem } from '../../errors.ts'
import { platform } from '../../program/actor.ts'
import type { Pinned } from '../cohort.ts'
import type { MatchRecord } from '../match-record.ts'

/** Pairs that a person has turned down or ended: they are not proposed again (M7, M8). */
export const pairsThatFailed = (matches: MatchRecord[]): Pinned['forbidden'] =>
  matches
    .filter(({ endedBy, override }) => (endedBy !== undefined && endedBy !== platform) || override !== undefined)
    .map(({ participantId, providerId }) => [participantId, providerId])

/**
 * Pairs that a person chose and nobody has approved yet: a reviewer's override, a participant's ranked choice. They stay, as far
 * as they are still possible.
 * @param placesFor the places free for such a pair, 0 when it may no longer be matched
 */
export const pairsChosen = (matches: MatchRecord[], placesFor: (match: MatchRecord) => number): Pinned['reserved'] => {
  const used = new Map<string, number>()
  return matches
    .filter(({ status, replaces }) => status === 'proposed' && replaces !== undefined)
    .flatMap((match): Pinned['reserved'] => {
      const before = used.get(match.providerId) ?? 0
      if (before >= placesFor(match)) return []
      used.set(match.providerId, before + 1)
      return [[match.participantId, match.providerId]]
    })
}

export const pinnedProblems = (
  { reserved = [], forbidden = [] }: Partial<Pinned>,
  known: Set<string>,
): FieldProblem[] => {
  const check = (field: string, pairs: [string, string][]) =>
    pairs.flatMap((pair, index) =>
      pair.flatMap((id, side) =>
        known.has(id) ? [] : [{ field: `${field}.${index}.${side}`, problem: `Nobody to match has the id "${id}".` }],
      ),
    )
  return [...check('reserved', reserved), ...check('forbidden', forbidden)]
}
