import type { Change, Scope, Store } from '../../ports.ts'
import { allOf, loadProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { type Contribution, contributionOf } from './contribution.ts'
import { countContribution, emptyFold, rollupsOf } from './fold.ts'
import type { ContributionRecord, Counters, RollupRecord } from './rollup-record.ts'
import { eventsOfRows } from './row-events.ts'
import { mostRows, newRollup } from './stored-counters.ts'

/**
 * Where stored counters and rows do not agree: `missing` (the row was never counted), `behind` (an older state of it was counted),
 * `wrong`, or `no row` (what was counted is not there).
 */
export type KpiDifference = {
  what: 'contribution' | 'rollup'
  id: string
  reason: 'missing' | 'behind' | 'wrong' | 'no row'
  stored: unknown
  fromRows: unknown
}
export type Reconciliation = {
  /** How many rows were counted again, and how many rollups they make. */
  rows: number
  rollups: number
  differences: KpiDifference[]
  /** How many records were written to put the differences right; 0 when that was not asked for. */
  repaired: number
}

/**
 * Counts every row behind the KPIs of a program again and compares exactly with what the stream has counted. Where the stream is
 * behind, rows show as `missing` or `behind` until it has come to them. Repairing writes what the rows say, and starts over when the
 * stream writes meanwhile.
 * @throws DomainError `NotFound`, `StaleVersion` (25 lost races), `Unavailable`
 */
export const reconcile = async (
  { store, now }: { store: Store; now: string },
  tenantId: string,
  programId: string,
  { repair = false }: { repair?: boolean } = {},
): Promise<Reconciliation> => {
  const { zone } = await loadProgram(store, tenantId, programId)
  const scope = { tenantId, scope: programId }
  return whileStale(async () => {
    // What is stored is read first: rows may go on meanwhile, but what was counted from them is never newer than they are.
    const stored = await loadStored(store, scope)
    const fold = emptyFold()
    for (const event of await eventsOfRows(store, scope, now)) {
      const contribution = contributionOf(event, zone)
      if (contribution) countContribution(fold, contribution)
    }
    const counted = { contributions: fold.contributions, rollups: rollupsOf(fold) }
    const differences = [...contributionDifferences(stored, counted), ...rollupDifferences(stored, counted)]
    const found = { rows: counted.contributions.size, rollups: counted.rollups.size, differences }
    return { ...found, repaired: repair ? await put(store, scope, differences, stored, counted) : 0 }
  })
}

type Recounted = { contributions: Map<string, Contribution>; rollups: Map<string, Counters> }
type Stored = { contributions: Map<string, ContributionRecord>; rollups: Map<string, RollupRecord> }

const loadStored = async (store: Store, scope: Scope): Promise<Stored> => {
  const [contributions, rollups] = await Promise.all([
    allOf(store, 'contribution', scope),
    allOf(store, 'rollup', scope),
  ])
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]))
  return { contributions: byId(contributions), rollups: byId(rollups) }
}

const idsOf = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].sort()

const sorted = (counters: Counters): [string, number][] =>
  Object.entries(counters).toSorted(([one], [other]) => (one < other ? -1 : 1))

/** What a row adds, in one order of writing. Its revision may rise without a change of what is counted, and is no part of it. */
const added = ({ engagementId, cohort, shares }: Pick<Contribution, 'engagementId' | 'cohort' | 'shares'>) => ({
  engagementId,
  cohort,
  shares: shares
    .map(({ week, counters }) => ({ week, counters: sorted(counters) }))
    .toSorted((one, other) => (one.week < other.week ? -1 : 1)),
})

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const contributionDifferences = ({ contributions }: Stored, recounted: Recounted): KpiDifference[] =>
  idsOf(contributions, recounted.contributions).flatMap((id): KpiDifference[] => {
    const [was, is] = [contributions.get(id), recounted.contributions.get(id)]
    if (was && is && same(added(was), added(is)) && was.revision <= is.revision) return []
    const reason = !was ? 'missing' : !is ? 'no row' : was.revision < is.revision ? 'behind' : 'wrong'
    return [{ what: 'contribution', id, reason, stored: was && shown(was), fromRows: is && shown(is) }]
  })

const shown = ({ revision, ...contribution }: Contribution) => ({ revision, ...added(contribution) })

const rollupDifferences = ({ rollups }: Stored, recounted: Recounted): KpiDifference[] =>
  idsOf(rollups, recounted.rollups).flatMap((id): KpiDifference[] => {
    // Counters that all came back to 0 and a week without a row are the same.
    const [was, is] = [rollups.get(id)?.counters ?? {}, recounted.rollups.get(id) ?? {}]
    if (same(sorted(was), sorted(is))) return []
    return [{ what: 'rollup', id, reason: rollups.has(id) ? 'wrong' : 'missing', stored: was, fromRows: is }]
  })

const put = async (
  store: Store,
  scope: Scope,
  differences: KpiDifference[],
  stored: Stored,
  recounted: Recounted,
): Promise<number> => {
  const changes = differences.map(({ what, id }): Change => {
    if (what === 'rollup') {
      const record = stored.rollups.get(id) ?? newRollup(scope, id)
      return {
        kind: 'rollup',
        record: { ...record, counters: recounted.rollups.get(id) ?? {} },
        expect: record.version,
      }
    }
    const known = stored.contributions.get(id)
    const expect = known?.version ?? 0
    const counted = recounted.contributions.get(id)
    if (counted) return { kind: 'contribution', record: { ...scope, version: expect, ...counted }, expect }
    return { kind: 'contribution', record: known!, expect, remove: true }
  })
  for (let start = 0; start < changes.length; start += mostRows) {
    await store.commit(changes.slice(start, start + mostRows))
  }
  return changes.length
}
