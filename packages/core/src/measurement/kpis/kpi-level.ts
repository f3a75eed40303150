import { DomainError } from '../../errors.ts'
import type { Scope, Store } from '../../ports.ts'
import { allOf } from '../../program/load.ts'
import type { Contribution } from './contribution.ts'
import type { Weeks } from './summarise.ts'

/** Whose figures: of the whole program, of all who are coached or all who are mentored, of one engagement. */
export type KpiLevel =
  | { level: 'program' }
  | { level: 'cohort'; cohort: 'coach' | 'mentor' }
  | { level: 'engagement'; engagementId: string }

/** @throws DomainError `NotFound` (no such engagement in this program) */
export const demandLevel = async (store: Store, scope: Scope, level: KpiLevel): Promise<void> => {
  if (level.level !== 'engagement') return
  if (await store.get('engagement', scope, level.engagementId)) return
  throw new DomainError('NotFound', `There is no engagement "${level.engagementId}" that you can see in this program.`)
}

/** What the ids of a level's rollups begin with. */
const prefixOf = (level: KpiLevel): string => {
  if (level.level === 'program') return 'program.'
  return level.level === 'cohort' ? `cohort.${level.cohort}.` : `engagement.${level.engagementId}.`
}

export const loadWeeks = async (store: Store, scope: Scope, level: KpiLevel): Promise<Weeks> => {
  const prefix = prefixOf(level)
  const rollups = await allOf(store, 'rollup', scope, prefix)
  // The id of one engagement can begin with that of another (`….coach`, `….coach.2`): only weeks follow the own one.
  const own = rollups.flatMap(({ id, counters }): [string, typeof counters][] => {
    const week = id.slice(prefix.length)
    return /^\d{4}-W\d{2}$/.test(week) ? [[week, counters]] : []
  })
  return new Map(own)
}

/** Whether a row adds to the figures of a level. */
export const isAt = (level: KpiLevel, { cohort, engagementId }: Contribution): boolean => {
  if (level.level === 'program') return true
  return level.level === 'cohort' ? cohort === level.cohort : engagementId === level.engagementId
}
