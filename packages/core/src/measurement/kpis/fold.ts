import type { NewEvent } from '../../events.ts'
import { type Contribution, contributionOf } from './contribution.ts'
import type { Counters } from './rollup-record.ts'

/** Week → counters. */
export type WeekCounters = Map<string, Counters>

/** All that is counted of a program: what each row adds, and the sums by week at each of the three levels. */
export type Fold = {
  contributions: Map<string, Contribution>
  program: WeekCounters
  cohorts: Map<string, WeekCounters>
  engagements: Map<string, WeekCounters>
}

export const emptyFold = (): Fold => ({
  contributions: new Map(),
  program: new Map(),
  cohorts: new Map(),
  engagements: new Map(),
})

/** The sums by the ids that stored rollups have (`rollupRecord`). */
export const rollupsOf = ({ program, cohorts, engagements }: Fold): Map<string, Counters> => {
  const rollups = new Map<string, Counters>()
  const add = (level: string, weeks: WeekCounters) => {
    for (const [week, counters] of weeks) rollups.set(`${level}.${week}`, counters)
  }
  add('program', program)
  for (const [cohort, weeks] of cohorts) add(`cohort.${cohort}`, weeks)
  for (const [engagementId, weeks] of engagements) add(`engagement.${engagementId}`, weeks)
  return rollups
}

/** What became of a telling: counted, the same or an older state than is known, or none of the KPIs. */
export type Counted = 'counted' | 'same revision' | 'older revision' | 'not measured'

/**
 * Counts an event in. The row's highest revision counts, whatever comes first or twice; two rows do not touch each other. So the
 * result is the same for every order of the same events.
 */
export const countEvent = (fold: Fold, event: NewEvent, zone: string): Counted => {
  const told = contributionOf(event, zone)
  return told ? countContribution(fold, told) : 'not measured'
}

export const countContribution = (fold: Fold, told: Contribution): Counted => {
  const known = fold.contributions.get(told.id)
  if (known && known.revision >= told.revision) {
    return known.revision === told.revision ? 'same revision' : 'older revision'
  }
  fold.contributions.set(told.id, told)
  replaceShares(known, told, (level, name, week) => countersIn(weeksIn(fold, level, name), week))
  return 'counted'
}

const weeksIn = (fold: Fold, level: Level, name: string): WeekCounters => {
  if (level === 'program') return fold.program
  const all = level === 'cohort' ? fold.cohorts : fold.engagements
  let weeks = all.get(name)
  if (!weeks) {
    weeks = new Map()
    all.set(name, weeks)
  }
  return weeks
}

const countersIn = (weeks: WeekCounters, week: string): Counters => {
  let counters = weeks.get(week)
  if (!counters) {
    counters = {}
    weeks.set(week, counters)
  }
  return counters
}

type Level = 'program' | 'cohort' | 'engagement'

/** Gives the counters of a level in a week, to be changed; `name` is the cohort or engagement, empty for the program. */
type CountersOf = (level: Level, name: string, week: string) => Counters

/** The id of a stored rollup. */
export const rollupId = (level: Level, name: string, week: string): string =>
  level === 'program' ? `program.${week}` : `${level}.${name}.${week}`

/** Puts what a row adds now in the place of what it added before. */
export const replaceShares = (before: Contribution | undefined, now: Contribution, countersOf: CountersOf): void => {
  // What is added comes first: a counter that stays would otherwise pass through 0 and be dropped and made again.
  addShares(now, 1, countersOf)
  if (before) addShares(before, -1, countersOf)
}

const addShares = ({ cohort, engagementId, shares }: Contribution, sign: 1 | -1, countersOf: CountersOf): void => {
  for (const { week, counters } of shares) {
    addCounters(countersOf('program', '', week), counters, sign)
    if (cohort) addCounters(countersOf('cohort', cohort, week), counters, sign)
    if (engagementId) addCounters(countersOf('engagement', engagementId, week), counters, sign)
  }
}

const addCounters = (to: Counters, counters: Counters, sign: 1 | -1): void => {
  for (const name in counters) {
    const sum = (to[name] ?? 0) + sign * counters[name]!
    if (sum === 0) delete to[name]
    else to[name] = sum
  }
}

/** The rollups that a row adds to. */
export const rollupIdsOf = (contribution: Contribution): string[] => {
  const ids: string[] = []
  addShares(contribution, 1, (level, name, week) => {
    ids.push(rollupId(level, name, week))
    return {}
  })
  return ids
}
