import type { FieldProblem } from '../../errors.ts'
import { platform } from '../../program/actor.ts'
import type { Pinned, Provider } from '../cohort.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'

type Pair = Pinned['reserved'][number]

/** Pairs that a person has turned down or ended: they are not proposed again (M7, M8). */
const pairsThatFailed = (matches: MatchRecord[]): Pair[] =>
  matches
    .filter(({ endedBy, override }) => (endedBy !== undefined && endedBy !== platform) || override !== undefined)
    .map(pairOf)

const pairOf = ({ participantId, providerId }: MatchRecord): Pair => [participantId, providerId]
const keyOf = (pair: Pair): string => pair.join(' ')

/** Open proposals that a person chose: a reviewer's override, a participant's ranked choice, also when later runs proposed it again. */
const chosenProposals = (matches: MatchRecord[]): MatchRecord[] => {
  const before = new Map(matches.flatMap((match) => (match.replacedBy ? [[match.replacedBy, match] as const] : [])))
  const isChosen = (match: MatchRecord): boolean => {
    if (match.replaces !== undefined || match.chosenAt !== undefined) return true
    const earlier = before.get(match.id)
    return earlier?.providerId === match.providerId && isChosen(earlier)
  }
  return matches.filter((match) => match.status === 'proposed' && isChosen(match))
}

/** A pair that a person chose, but that a run could not keep. */
export type NotKept = NonNullable<MatchingRunRecord['notKept']>[number]

/**
 * The pairs a run keeps or leaves out: those asked for, and those that people decided on before. What is asked for now counts
 * before an open choice, and an open choice before a pair that failed earlier. A choice that can no longer be kept holds up no
 * run: it is dropped, with the reason.
 * @param whyNot why a chosen pair may no longer be matched, places aside; nothing when it may
 */
export const pinnedPairs = (
  { reserved = [], forbidden = [] }: Partial<Pinned>,
  matches: MatchRecord[],
  providers: Map<string, Provider>,
  whyNot: (match: MatchRecord) => string | undefined,
): { pinned: Pinned; notKept: NotKept[] } => {
  const used = new Map<string, number>()
  const use = (providerId: string) => used.set(providerId, (used.get(providerId) ?? 0) + 1)
  for (const [, providerId] of reserved) use(providerId)
  const asked = { reserved: new Set(reserved.map(keyOf)), forbidden: new Set(forbidden.map(keyOf)) }
  const problemOf = (match: MatchRecord): string | undefined => {
    const { participantId, providerId, service } = match
    if (asked.forbidden.has(keyOf(pairOf(match)))) return 'This run was asked to leave the pair out.'
    const other = reserved.some(
      ([id, instead]) => id === participantId && providers.get(instead)?.record.service === service,
    )
    if (other) return 'This run was asked to reserve another pair.'
    const free = (providers.get(providerId)?.free ?? 0) - (used.get(providerId) ?? 0)
    return whyNot(match) ?? (free > 0 ? undefined : `No place is free with this ${service}.`)
  }
  const kept: Pair[] = []
  const notKept: NotKept[] = []
  for (const match of chosenProposals(matches)) {
    if (asked.reserved.has(keyOf(pairOf(match)))) continue
    const why = problemOf(match)
    if (why) notKept.push({ participantId: match.participantId, providerId: match.providerId, why })
    else {
      kept.push(pairOf(match))
      use(match.providerId)
    }
  }
  const wanted = new Set([...reserved, ...kept].map(keyOf))
  const failed = pairsThatFailed(matches).filter((pair) => !wanted.has(keyOf(pair)))
  return { pinned: { reserved: [...reserved, ...kept], forbidden: [...forbidden, ...failed] }, notKept }
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
