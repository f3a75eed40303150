import { smallestGroup } from '../../program/small-group.ts'

/**
 * A group of which a figure could be shown. `people` are those behind it, by part: those who answered, those it is about. Each part is
 * judged for itself.
 */
export type Group = { name: string; people: readonly ReadonlySet<string>[] }

/** Whether the difference of two figures would be a figure of 1–4 people. */
const tells = (rest: number): boolean => rest > 0 && rest < smallestGroup

/**
 * The names of the groups that may be shown beside each other and beside their total (P7): those of five people and more, from which
 * and from the total no figure of fewer can be worked out. Withheld besides is who leaves fewer than five to the total or to a larger
 * group shown; and, when all groups shown leave fewer than five, the smallest of them. Without five people in all nothing is shown.
 */
export const shownGroups = (groups: readonly Group[]): Set<string> => {
  const parts = groups[0]?.people.length ?? 0
  const total = Array.from({ length: parts }, (_, part) => union(groups, part))
  if (parts === 0 || total.some((people) => people.size < smallestGroup)) return new Set()
  const kept: Group[] = []
  for (const group of groups.toSorted(bySize)) {
    const large = group.people.every((people) => people.size >= smallestGroup)
    if (large && isApart(group.people, total) && kept.every((other) => isApart(group.people, other.people))) {
      kept.push(group)
    }
  }
  while (total.some((people, part) => tells(besides(people, union(kept, part))))) kept.pop()
  return new Set(kept.map(({ name }) => name))
}

const union = (groups: readonly Group[], part: number): Set<string> =>
  new Set(groups.flatMap(({ people }) => [...people[part]!]))

/** Largest first. */
const bySize = (one: Group, other: Group): number =>
  other.people[0]!.size - one.people[0]!.size || (one.name < other.name ? -1 : 1)

/** How many of a set are not in another. */
const besides = (people: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...people].filter((id) => !others.has(id)).length

/** In no part is the one the other less a few. */
const isApart = (one: Group['people'], other: Group['people']): boolean =>
  one.every((people, part) => besides(people, other[part]!) > 0 || !tells(besides(other[part]!, people)))

/** Why a figure is not shown, in words. @param people how many are behind it */
export const withheldBecause = (people: number): string => {
  if (people === 0) return 'No figure: nobody has answered.'
  if (people >= smallestGroup) {
    return `Withheld: beside the other figures it would tell what fewer than ${smallestGroup} people said.`
  }
  return `Withheld: it rests on ${people === 1 ? '1 person' : `${people} people`}, fewer than ${smallestGroup}.`
}
