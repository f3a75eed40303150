import type { Contribution } from './contribution.ts'
import type { Figure, FigureWithParts } from './formula.ts'

/** Figures made of what fewer than this many people answered are not shown (P7). */
export const fewestPeople = 5

/**
 * How many people are behind the counters in some weeks; for several groups of counters, in the smallest of them. For a 360 those
 * it is about count as well, since a figure of one person is about that person however many rated them.
 */
export type PeopleBehind = (groups: string[][], inWeek: (week: string) => boolean) => number

const respondentOf = ({ id, engagementId }: Contribution): string =>
  // A response is named for who was asked, a session for its engagement, which is named for its participant.
  id.startsWith('response.') ? id.slice(id.lastIndexOf('.') + 1) : (engagementId ?? id).split('.')[0]!

const subjectOf = ({ id }: Contribution): string => id.split('.').at(-2) ?? id

export const peopleBehind =
  (contributions: Contribution[]): PeopleBehind =>
  (groups, inWeek) =>
    Math.min(
      ...groups.map((names) => {
        const behind = contributions.filter(({ shares }) =>
          shares.some(({ week, counters }) => inWeek(week) && names.some((name) => name in counters)),
        )
        const respondents = new Set(behind.map(respondentOf)).size
        const about360 = names.some((name) => name.includes('-360.'))
        return about360 ? Math.min(respondents, new Set(behind.map(subjectOf)).size) : respondents
      }),
    )

/** A group that is too small to show, and not empty: an empty one gives nothing away. */
export const isTooSmall = (people: number): boolean => people > 0 && people < fewestPeople

export const suppressed = (figure: FigureWithParts, why = tooFew): FigureWithParts =>
  figure.value.kind === 'value' ? { value: { kind: 'suppressed', why } } : { value: figure.value }

const tooFew = `Fewer than ${fewestPeople} people answered.`

/** Without what sums can be worked out from: two shown means and their counts would give away a third one. */
export const withoutSums = ({ numerator: _, ...figure }: FigureWithParts): FigureWithParts =>
  figure.parts ? { value: figure.value, parts: figure.parts.map(onlyValue) } : figure

const onlyValue = ({ name, value }: Figure & { name: string }): Figure & { name: string } => ({ name, value })
