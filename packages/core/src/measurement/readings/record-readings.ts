import { DomainError } from '../../errors.ts'
import type { Change, Page, Scope, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { loadProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { plannedEnd, readingDays } from '../kpis/attribution.ts'
import { mostRows } from '../kpis/stored-counters.ts'
import { measurementRow } from '../measurement-row.ts'
import { type ReadingBounds, type ReadingInput, readingId, readingProblems } from './check-reading.ts'
import type { ReadingRecord } from './reading.ts'
import { readingRecorded } from './reading-recorded.ts'

export type ReadingOutcome = 'added' | 'corrected' | 'unchanged'

/**
 * Records a number of the business. Named again by the same source, it is corrected: the row gets a new version, and rollups follow. Also
 * after the program, within the year that it may be of.
 * @throws DomainError `NotFound`, `InvalidInput` naming each field
 */
export const recordReading = async (
  work: Work,
  actor: Actor,
  programId: string,
  input: ReadingInput,
): Promise<{ reading: ReadingRecord; outcome: ReadingOutcome }> => {
  const problems = readingProblems(input, await loadReadingBounds(work, actor, programId, [input]))
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The reading cannot be recorded.', { problems })
  return (await writeReadings(work, actor, programId, [input]))[0]!
}

/** What readings of a program are checked against. @throws DomainError `NotFound` */
export const loadReadingBounds = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId }: Actor,
  programId: string,
  inputs: ReadingInput[],
): Promise<ReadingBounds> => {
  const program = await loadProgram(store, tenantId, programId)
  const named = [...new Set(inputs.flatMap(({ engagementId }) => engagementId ?? []))]
  const engagementIds = new Set<string>()
  for (const ids of hundreds(named)) {
    for (const { id } of await store.getMany('engagement', { tenantId, scope: programId }, ids)) engagementIds.add(id)
  }
  const days = readingDays(program, await plannedEnd(store, program))
  return { ...days, today: localDate(now, program.zone), engagementIds }
}

const hundreds = <T>(all: T[], size = mostRows): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

/** Writes checked readings, of which no two have the same name, fifty in one transaction with their events. */
export const writeReadings = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  inputs: ReadingInput[],
): Promise<{ reading: ReadingRecord; outcome: ReadingOutcome }[]> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const identified = inputs.map((input) => {
    const { reference } = input
    return { input, id: reference === undefined ? `${input.kpi}.${ids.next()}` : readingId({ ...input, reference }) }
  })
  const written: { reading: ReadingRecord; outcome: ReadingOutcome }[] = []
  for (const part of hundreds(identified, mostRows / 2)) {
    const done = await whileStale(async () => {
      const known = await knownReadings(
        store,
        scope,
        part.map(({ id }) => id),
      )
      const results = part.map(({ input, id }) => {
        const before = known.get(id)
        if (before && sameReading(before, input)) return { reading: before, outcome: 'unchanged' as const }
        const fresh = { ...measurementRow(actor, programId, id, now), ...input }
        const reading: ReadingRecord = { ...fresh, version: before?.version ?? 0 }
        return { reading, outcome: before ? ('corrected' as const) : ('added' as const) }
      })
      const changed = results.filter(({ outcome }) => outcome !== 'unchanged').map(({ reading }) => reading)
      const changes = changed.map((record): Change => ({ kind: 'reading', record, expect: record.version }))
      if (changes.length > 0) await store.commit(changes, changed.map(readingRecorded))
      return results.map(({ reading, outcome }) => ({
        reading: outcome === 'unchanged' ? reading : { ...reading, version: reading.version + 1 },
        outcome,
      }))
    })
    written.push(...done)
  }
  return written
}

const knownReadings = async (store: Store, scope: Scope, ids: string[]): Promise<Map<string, ReadingRecord>> =>
  new Map((await store.getMany('reading', scope, ids)).map((reading) => [reading.id, reading]))

const sameReading = (known: ReadingRecord, { on, part, whole, engagementId }: ReadingInput): boolean =>
  known.on === on && known.part === part && known.whole === whole && known.engagementId === engagementId

/** A page of readings by KPI. `kpi` keeps those of one. @throws DomainError `NotFound` */
export const listReadings = (
  store: Store,
  { tenantId }: Actor,
  programId: string,
  { kpi, ...page }: { kpi?: string; limit: number; cursor?: string },
): Promise<Page<ReadingRecord>> =>
  store.list('reading', { tenantId, scope: programId }, { ...page, ...(kpi && { prefix: `${kpi}.` }) })
