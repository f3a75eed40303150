import type { KpiDefinition } from './definition.ts'
import { counterGroups, type Figure, type FigureWithParts, reckon, sumCounters } from './formula.ts'
import { quarterOfWeek, weeksBetween } from './local-days.ts'
import type { Counters } from './rollup-record.ts'
import { isTooSmall, type PeopleBehind, suppressed, withoutSums } from './suppression.ts'

/** The counters of each week of one level. */
export type Weeks = ReadonlyMap<string, Counters>

/** Weeks before the running one are over and count; none after `last` does (attribution window). */
export type Span = { running: string; last?: string }

export type SeriesPoint = Figure & { week: string; running: boolean }
export type Summary = FigureWithParts & {
  /** The first and last week counted, and how many of them have data; absent when none has. */
  weeks?: { from: string; to: string; withData: number }
  quarter?: string
}

/** The counters that a KPI and its baseline look at. */
export const countersOf = ({ formula, baseline }: KpiDefinition): string[] => [
  ...counterGroups(formula).flat(),
  ...(baseline ? counterGroups(baseline).flat() : []),
]

export const hasAny = (counters: Counters, names: string[]): boolean => names.some((name) => name in counters)

const isOver = (week: string, { running, last }: Span): boolean =>
  week < running && (last === undefined || week <= last)

const figureOf = (
  { formula, answers }: KpiDefinition,
  counters: Counters,
  inWeek: (week: string) => boolean,
  people: PeopleBehind | undefined,
): FigureWithParts => {
  const figure = reckon(formula, counters)
  if (!answers || !people) return figure
  if (isTooSmall(people(counterGroups(formula), inWeek))) return suppressed(figure)
  const split = formula.kind === 'difference' ? (formula.split ?? []) : []
  const hidden = split.filter(({ of, from }) => isTooSmall(people([of, from].flatMap(counterGroups), inWeek)))
  // One part that is hidden could be worked out from the whole and the other parts.
  const parts = figure.parts?.filter(({ name }) => hidden.length === 0 || !split.some((each) => each.name === name))
  return withoutSums({ ...figure, ...(parts && { parts }) })
}

/** The figure of all weeks that count; of a KPI by quarter, that of the latest quarter with one. */
export const summarise = (definition: KpiDefinition, weeks: Weeks, span: Span, people?: PeopleBehind): Summary => {
  const names = counterGroups(definition.formula).flat()
  const over = [...weeks.keys()].filter((week) => isOver(week, span) && hasAny(weeks.get(week)!, names)).sort()
  const ofWeeks = (some: string[]): Summary => {
    const inWeek = (week: string) => some.includes(week)
    const figure = figureOf(definition, sumCounters(some.map((week) => weeks.get(week)!)), inWeek, people)
    const [from, to] = [some[0], some.at(-1)]
    return { ...figure, ...(from && to && { weeks: { from, to, withData: some.length } }) }
  }
  if (definition.cadence !== 'quarter') return ofWeeks(over)
  const quarters = Map.groupBy(over, quarterOfWeek)
  for (const quarter of [...quarters.keys()].reverse()) {
    const summary = ofWeeks(quarters.get(quarter)!)
    if (summary.value.kind !== 'no data') return { ...summary, quarter }
  }
  return ofWeeks(over)
}

/** Week by week, from the first with data to the running one, which is marked: it is not over and may change. */
export const seriesOf = (definition: KpiDefinition, weeks: Weeks, span: Span, people?: PeopleBehind): SeriesPoint[] => {
  const names = counterGroups(definition.formula).flat()
  const first = [...weeks.keys()].filter((week) => hasAny(weeks.get(week)!, names)).sort()[0]
  const to = span.last !== undefined && span.last < span.running ? span.last : span.running
  if (first === undefined || first > to) return []
  return weeksBetween(first, to).map((week) => {
    const { parts: _, ...figure } = figureOf(definition, weeks.get(week) ?? {}, (each) => each === week, people)
    return { week, running: week === span.running, ...figure }
  })
}

/** The baseline out of readings of all weeks that are over. */
export const baselineOf = ({ baseline }: KpiDefinition, weeks: Weeks, { running }: Span): number | undefined => {
  if (!baseline) return undefined
  const over = [...weeks].flatMap(([week, counters]) => (week < running ? [counters] : []))
  const { value } = reckon(baseline, sumCounters(over))
  return value.kind === 'value' ? value.value : undefined
}
