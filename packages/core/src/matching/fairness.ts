import { smallestGroup } from '../program/small-group.ts'
import type { CohortPlan, Provider } from './cohort.ts'

export type GroupRow = {
  group: string
  people: number
  /** Services found / services wanted, 0–1. */
  matchRate: number | undefined
  /** Mean score of the matches, 0–100 in hundredths; nothing without a match. */
  meanScore: number | undefined
}

export type FairnessReport = {
  groups: GroupRow[]
  /** What is not shown and why, in words. */
  notes: string[]
  /** How often each featured provider is proposed and stands first among the alternatives. */
  featured: { providerId: string; proposed: number; firstAlternative: number }[]
}

type Tally = { group: string; people: Set<string>; wanted: number; scores: number[] }

/**
 * Scores and match rates by group (M11), for people who consent to the use of their group for analytics.
 * @param groupOf a person's group, or nothing without consent; those are left out
 *
 * Groups below five people are put together; if the rest is still below five, the next smallest group joins it, so that no
 * small group can be told from the difference to a total (P7). With fewer than five people in all nothing is shown.
 */
export const fairnessReport = (
  plan: Pick<CohortPlan, 'proposals' | 'unmatched'>,
  providers: readonly Provider[],
  groupOf: (participantId: string) => string | undefined,
): FairnessReport => {
  const tallies = new Map<string, Tally>()
  const left = new Set<string>()
  const count = (participantId: string, score: number | undefined) => {
    const group = groupOf(participantId)
    if (group === undefined) {
      left.add(participantId)
      return
    }
    const tally = tallies.get(group) ?? { group, people: new Set<string>(), wanted: 0, scores: [] }
    tallies.set(group, tally)
    tally.people.add(participantId)
    tally.wanted += 1
    if (score !== undefined) tally.scores.push(score)
  }
  for (const { participantId, result } of plan.proposals) count(participantId, result.score)
  for (const { participantId } of plan.unmatched) count(participantId, undefined)
  const notes: string[] = []
  if (left.size > 0) notes.push(`Left out: ${left.size} without consent to show their group.`)
  const shown = suppressed([...tallies.values()], notes)
  return { groups: shown.map(rowOf), notes, featured: featuredOf(plan, providers) }
}

const suppressed = (all: Tally[], notes: string[]): Tally[] => {
  const bySize = all.toSorted((a, b) => b.people.size - a.people.size || (a.group < b.group ? -1 : 1))
  const large = bySize.filter(({ people }) => people.size >= smallestGroup)
  const small = bySize.slice(large.length)
  if (small.length === 0) return large
  let together = small.reduce(join, {
    group: 'Small groups together',
    people: new Set<string>(),
    wanted: 0,
    scores: [],
  })
  while (together.people.size < smallestGroup && large.length > 0) together = join(together, large.pop()!)
  if (together.people.size < smallestGroup) {
    notes.push(`Fewer than ${smallestGroup} people in all, so no group is shown.`)
    return []
  }
  notes.push(`Groups with fewer than ${smallestGroup} people are shown together only.`)
  return [...large, together]
}

const join = (a: Tally, b: Tally): Tally => ({
  group: a.group,
  people: new Set([...a.people, ...b.people]),
  wanted: a.wanted + b.wanted,
  scores: [...a.scores, ...b.scores],
})

const rowOf = ({ group, people, wanted, scores }: Tally): GroupRow => ({
  group,
  people: people.size,
  matchRate: wanted > 0 ? scores.length / wanted : undefined,
  meanScore:
    scores.length > 0
      ? Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100
      : undefined,
})

const featuredOf = ({ proposals }: Pick<CohortPlan, 'proposals'>, providers: readonly Provider[]) =>
  providers
    .filter(({ record }) => record.featured)
    .map(({ personId }) => ({
      providerId: personId,
      proposed: proposals.filter(({ providerId }) => providerId === personId).length,
      firstAlternative: proposals.filter(({ alternatives }) => alternatives[0]?.providerId === personId).length,
    }))
