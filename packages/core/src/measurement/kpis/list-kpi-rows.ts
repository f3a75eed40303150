import type { Page, Scope, Store } from '../../ports.ts'
import { type ContributionKind, contributionKinds } from './contribution.ts'
import { definitionOf } from './definitions.ts'
import type { KpiId } from './kpi-ids.ts'
import { demandLevel, isAt, type KpiLevel } from './kpi-level.ts'
import type { ContributionRecord, Counters } from './rollup-record.ts'
import { countersOf } from './summarise.ts'

/** A row behind a figure, and what it adds to the counters of the KPI in a week. */
export type KpiRow = {
  kind: ContributionKind
  rowId: string
  week: string
  engagementId?: string
  /** Absent for what single people answered: that is theirs (P7). */
  counters?: Counters
}
export type RowsQuery = { from?: string; to?: string; limit: number; cursor?: string }

/**
 * The rows behind a KPI at a level, between two weeks. By kind and id; a page may be shorter than its limit and still have more after it.
 * @throws DomainError `NotFound` (engagement), `InvalidInput` (a cursor of another list)
 */
export const listKpiRows = async (
  store: Store,
  scope: Scope,
  level: KpiLevel,
  kpi: KpiId,
  { from = '', to = '9999', limit, cursor }: RowsQuery,
): Promise<Page<KpiRow>> => {
  await demandLevel(store, scope, level)
  const definition = definitionOf(kpi)
  const names = countersOf(definition)
  const rowsOf = (record: ContributionRecord): KpiRow[] =>
    record.shares.flatMap(({ week, counters }): KpiRow[] => {
      const own = Object.fromEntries(Object.entries(counters).filter(([name]) => names.includes(name)))
      if (week < from || week > to || Object.keys(own).length === 0) return []
      const { id, engagementId } = record
      return [
        {
          ...parted(id),
          week,
          ...(engagementId !== undefined && { engagementId }),
          ...(definition.answers ? {} : { counters: own }),
        },
      ]
    })

  const items: KpiRow[] = []
  let [kind, inKind] = fromCursor(cursor)
  while (kind < definition.rows.length) {
    const prefix = prefixFor(definition.rows[kind]!, level)
    // A row adds to a KPI in one week only: as many as there is room for never are too many.
    const room = limit - items.length
    const page = await store.list('contribution', scope, { prefix, limit: room, ...(inKind && { cursor: inKind }) })
    items.push(...page.items.filter((record) => isAt(level, record)).flatMap(rowsOf))
    inKind = page.cursor
    if (!inKind) kind += 1
    const more = kind < definition.rows.length
    if (items.length * 2 >= limit) return { items, cursor: more ? `${kind}:${inKind ?? ''}` : undefined }
  }
  return { items, cursor: undefined }
}

/** Rows of an engagement that are named for it are found by name. */
const prefixFor = (kind: ContributionKind, level: KpiLevel): string => {
  const named = kind !== 'blocker' && kind !== 'response' && kind !== 'reading'
  return level.level === 'engagement' && named ? `${kind}.${level.engagementId}` : `${kind}.`
}

const parted = (id: string): { kind: ContributionKind; rowId: string } => {
  const kind = contributionKinds.find((each) => id.startsWith(`${each}.`))!
  return { kind, rowId: id.slice(kind.length + 1) }
}

const fromCursor = (cursor: string | undefined): [kind: number, inKind: string | undefined] => {
  if (cursor === undefined) return [0, undefined]
  const [, kind, inKind] = /^(\d):(.*)$/.exec(cursor) ?? []
  return [Number(kind ?? 0), inKind || undefined]
}
