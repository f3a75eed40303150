import type { Event } from '../../events.ts'
import type { Change, Scope, Store } from '../../ports.ts'
import { loadProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { type Contribution, contributionOf } from './contribution.ts'
import { replaceShares, rollupId, rollupIdsOf } from './fold.ts'
import type { ContributionRecord, RollupRecord } from './rollup-record.ts'
import { getEach, mostRows, newRollup } from './stored-counters.ts'

type Zones = (tenantId: string, programId: string) => Promise<string>

/**
 * Counts a batch of events of the outbox into the weekly rollups of their programs. Duplicates and older revisions write nothing, so
 * that delivery at least once and out of order comes to the same counters as delivery once and in order (F12). Each transaction
 * holds rows and the counters they move; of a batch, few are needed.
 * @param zoneOf the zone of a program; read from the program, once a batch, when it is left out
 * @throws DomainError `NotFound` (no such program), `StaleVersion` (25 lost races), `Unavailable`
 */
export const rollUp = async (
  { store, zoneOf = zoneFrom(store) }: { store: Store; zoneOf?: Zones },
  events: Event[],
): Promise<void> => {
  for (const told of byProgram(events).values()) {
    const { tenantId, programId } = told[0]!
    const zone = await zoneOf(tenantId, programId)
    const newest = new Map<string, Contribution>()
    for (const event of told) {
      const contribution = contributionOf(event, zone)
      if (!contribution || (newest.get(contribution.id)?.revision ?? 0) >= contribution.revision) continue
      newest.set(contribution.id, contribution)
    }
    await whileStale(() => countIn(store, { tenantId, scope: programId }, [...newest.values()]))
  }
}

const zoneFrom =
  (store: Store): Zones =>
  async (tenantId, programId) =>
    (await loadProgram(store, tenantId, programId)).zone

const measured = (event: Event): boolean => 'revision' in event

const byProgram = (events: Event[]): Map<string, Event[]> =>
  Map.groupBy(events.filter(measured), ({ tenantId, programId }) => JSON.stringify([tenantId, programId]))

/** What one row changes: its contribution, and the rollups it moves. */
type Move = { before: ContributionRecord | undefined; now: Contribution; rollupIds: string[] }

const countIn = async (store: Store, scope: Scope, told: Contribution[]): Promise<void> => {
  const known = await getEach(
    store,
    'contribution',
    scope,
    told.map(({ id }) => id),
  )
  const moves = told.flatMap((now): Move[] => {
    const before = known.get(now.id)
    if (before && before.revision >= now.revision) return []
    return [{ before, now, rollupIds: [...(before ? rollupIdsOf(before) : []), ...rollupIdsOf(now)] }]
  })
  const rollups = await getEach(
    store,
    'rollup',
    scope,
    moves.flatMap(({ rollupIds }) => rollupIds),
  )
  for (const part of transactions(moves)) {
    const touched = new Map<string, RollupRecord>()
    for (const { before, now } of part) {
      replaceShares(before, now, (...place) => {
        const id = rollupId(...place)
        const rollup = touched.get(id) ?? rollups.get(id) ?? newRollup(scope, id)
        touched.set(id, rollup)
        return rollup.counters
      })
    }
    const changes: Change[] = [
      ...part.map(({ before, now }): Change => {
        const expect = before?.version ?? 0
        return { kind: 'contribution', record: { ...scope, version: expect, ...now }, expect }
      }),
      ...[...touched.values()].map((record): Change => ({ kind: 'rollup', record, expect: record.version })),
    ]
    await store.commit(changes)
    for (const [id, rollup] of touched) rollups.set(id, { ...rollup, version: rollup.version + 1 })
  }
}

/** Moves in transactions of at most 100 rows each. One move is at most three weeks before and after at three levels, and its own row. */
const transactions = (moves: Move[]): Move[][] => {
  // Rows of one engagement together: its counters are then written once.
  const ordered = moves.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const parts: Move[][] = []
  let rows = new Set<string>()
  for (const move of ordered) {
    const wider = new Set([...rows, ...move.rollupIds, `row ${move.now.id}`])
    const last = parts.at(-1)
    if (last && wider.size <= mostRows) {
      last.push(move)
      rows = wider
    } else {
      parts.push([move])
      rows = new Set([...move.rollupIds, `row ${move.now.id}`])
    }
  }
  return parts
}

const placeOf = ({ now: { engagementId = '', shares } }: Move): string => `${engagementId} ${shares[0]?.week}`
