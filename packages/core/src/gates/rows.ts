import type { Store } from '../ports.ts'
import type { FactValue } from '../program/fact.ts'
import { allOf } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import type { Kind, RecordOf } from '../records.ts'
import type { TasksOf } from './collect-facts.ts'

/** What a look at facts starts from. */
export type Ground = { store: Store; program: Program; members: Member[]; tasksOf: TasksOf; now: string }

/** The rows of a program that facts are computed from; each kind is read once, however many facts rest on it. */
export type Rows = Ground & {
  all<K extends Kind>(kind: K): Promise<RecordOf<K>[]>
}

export const rowsOf = (ground: Ground): Rows => {
  const scope = { tenantId: ground.program.tenantId, scope: ground.program.id }
  const read = new Map<Kind, Promise<unknown[]>>()
  const all = <K extends Kind>(kind: K): Promise<RecordOf<K>[]> => {
    const rows = read.get(kind) ?? allOf(ground.store, kind, scope)
    read.set(kind, rows)
    return rows as Promise<RecordOf<K>[]>
  }
  return { ...ground, all }
}

/** A row that a fact rests on, and whether it counts for it: a session that was held, a mentee with a sponsor action. */
export type Evidence = { row: Kind; id: string; counts: boolean }

/**
 * How the platform computes a fact from its own rows: the value, or none while there is no data, with a note that shows the
 * numbers, and the rows.
 */
export type Computed = { value?: FactValue; note: string; evidence?: Evidence[] }

/** `undefined` where the program does not do here what the fact is about, so that people state it. */
export type Computation = (rows: Rows) => Promise<Computed | undefined> | Computed
