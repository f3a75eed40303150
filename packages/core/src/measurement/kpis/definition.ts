import type { Role } from '../../program/roles.ts'
import type { ContributionKind } from './contribution.ts'
import { thousandths } from './contribution.ts'
import type { Formula, Ratio } from './formula.ts'
import type { KpiId } from './kpi-ids.ts'

export const kpiTiers = ['adoption and fidelity', 'behaviour', 'operational', 'economic'] as const
export const kpiUnits = [
  'share',
  'share points',
  'days',
  'hours',
  'rating 1–5',
  'rating points',
  'per team and month',
] as const
export const kpiCadences = ['week', 'month', 'quarter', 'once'] as const
export const readingGroups = ['baseline', 'cohort', 'control'] as const
export type ReadingGroup = (typeof readingGroups)[number]

/**
 * What a KPI is to come to: a bound in its unit (`more than` and `less than` leave the bound itself out), or a change relative to its
 * baseline (0.2 is +20 %).
 */
export type Target =
  | { test: 'at least' | 'at most' | 'more than' | 'less than'; value: number }
  | { test: 'relative'; change: number }

/** A KPI of domain §8 as data. Owner, target and baseline can be others in a program (`kpi-settings.ts`). */
export type KpiDefinition = {
  id: KpiId
  name: string
  tier: (typeof kpiTiers)[number]
  /** Who answers for it unless a program names somebody. */
  ownerRole: Role
  source: string
  /** How often it is looked at. A KPI by quarter has the figure of its latest quarter with data, all others that of all weeks so far. */
  cadence: (typeof kpiCadences)[number]
  /** Days after the planned end of the program up to which what happens is attributed to it. */
  windowDays: number
  unit: (typeof kpiUnits)[number]
  direction: 'up' | 'down'
  target?: Target
  /** In words. */
  words: string
  formula: Formula
  /** The baseline out of readings, for KPIs that are compared with one. */
  baseline?: Ratio
  /** The kinds of rows that feed it. */
  rows: ContributionKind[]
  /** The groups of readings it takes; none for KPIs that the platform counts by itself. `ratio`: the part is never more than the whole. */
  readings?: { groups: ReadingGroup[]; ratio: boolean; part: string; whole: string }
  /** Made of what single people answered: figures of fewer than five are suppressed (P7). */
  answers?: true
}

/** Sum of the parts by sum of the wholes of a group's readings. */
export const readingRatio = (kpi: KpiId, group: ReadingGroup): Ratio => ({
  kind: 'ratio',
  part: [`${kpi}.${group}.part`],
  whole: [`${kpi}.${group}.whole`],
  partPer: thousandths,
  wholePer: thousandths,
  none: `There are no readings of ${kpi} for the group "${group}".`,
})
