import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadMembers, loadOpenProgram } from '../../program/load.ts'
import { definitionOf } from './definitions.ts'
import { type KpiId, kpiIds } from './kpi-ids.ts'
import type { KpiSettingsRecord } from './kpi-settings.ts'
import { loadKpiSettings } from './load-kpi-settings.ts'

type KpiMap = KpiSettingsRecord['kpis']

/** A KPI map, and what is still open about it (W01): advice, not a refusal. */
export type KpiMapReading = { version: number; kpis: KpiMap; advice: string[] }

/** @throws DomainError `NotFound` */
export const readKpiSettings = async (store: Store, tenantId: string, programId: string): Promise<KpiMapReading> => {
  const { version, kpis } = await loadKpiSettings(store, { tenantId, scope: programId })
  return { version, kpis, advice: adviceOn(kpis) }
}

/**
 * Replaces the KPI map of a program (W01, K): owner, feed, target, baseline, and whether it leads or lags. The event names the KPIs that
 * changed.
 * @param expected the version that was read, 0 for the first
 * @throws DomainError `StaleVersion`, `InvalidInput` naming each field, `NotPossibleNow` (program over)
 */
export const editKpiSettings = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  expected: number,
  kpis: KpiMap,
): Promise<KpiMapReading> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const program = await loadOpenProgram(store, actor.tenantId, programId)
  const known = await loadKpiSettings(store, scope)
  if (known.version !== expected) {
    throw new DomainError(
      'StaleVersion',
      `The KPI map is at version ${known.version} now. Read it again, then repeat the change.`,
    )
  }
  const members = await loadMembers(store, program)
  const active = new Set(members.flatMap(({ id, status }) => (status === 'active' ? [id] : [])))
  const problems = kpiIds.flatMap((kpi) => problemsOf(kpi, kpis[kpi], active))
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The KPI map cannot be like this.', { problems })
  const changed = kpiIds.filter((kpi) => JSON.stringify(kpis[kpi]) !== JSON.stringify(known.kpis[kpi]))
  await store.commit(
    [{ kind: 'kpiSettings', record: { ...known, kpis }, expect: expected }],
    [
      {
        type: 'kpi.settings-changed',
        tenantId: actor.tenantId,
        programId,
        at: now,
        by: actor.personId,
        kpis: changed,
      },
    ],
  )
  return { version: expected + 1, kpis, advice: adviceOn(kpis) }
}

const problemsOf = (kpi: KpiId, setting: KpiMap[KpiId], active: ReadonlySet<string>): FieldProblem[] => {
  if (!setting) return []
  const problems: FieldProblem[] = []
  if (setting.ownerId !== undefined && !active.has(setting.ownerId)) {
    problems.push({ field: `kpis.${kpi}.ownerId`, problem: 'Is nobody active in this program. Name a member of it.' })
  }
  const { unit } = definitionOf(kpi)
  for (const field of ['target', 'baseline'] as const) {
    const value = setting[field]
    if (value === undefined || withinUnit(unit, value)) continue
    problems.push({ field: `kpis.${kpi}.${field}`, problem: `${value} cannot be: ${kpi} is measured as ${unit}.` })
  }
  return problems
}

/** Whether a number can occur in a unit at all; a share is written as 0.8, not as 80. */
const withinUnit = (unit: string, value: number): boolean => {
  if (unit === 'share') return value >= 0 && value <= 1
  if (unit === 'share points') return value >= -1 && value <= 1
  if (unit === 'rating 1–5') return value >= 1 && value <= 5
  if (unit === 'rating points') return value >= -4 && value <= 4
  return unit === 'days' || value >= 0
}

const adviceOn = (kpis: KpiMap): string[] => {
  const settings = kpiIds.map((kpi) => [kpi, kpis[kpi]] as const)
  const without = (has: (setting: KpiMap[KpiId]) => boolean) =>
    settings.flatMap(([kpi, each]) => (has(each) ? [] : [kpi]))
  const [ownerless, feedless] = [
    without((each) => each?.ownerId !== undefined),
    without((each) => each?.feedConfirmed === true),
  ]
  const has = (part: 'leading' | 'lagging') => settings.some(([, each]) => each?.part === part)
  return [
    ...(ownerless.length > 0 ? [`Name the owner of ${ownerless.join(', ')}.`] : []),
    ...(feedless.length > 0 ? [`Confirm the data feed of ${feedless.join(', ')}.`] : []),
    ...(has('leading') ? [] : ['Mark at least one KPI as leading: what shows early that the program works.']),
    ...(has('lagging') ? [] : ['Mark at least one KPI as lagging: what the program is for.']),
  ]
}
