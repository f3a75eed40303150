import { DatabaseSync } from 'node:sqlite'
import type { Employee, EmployeeState } from './employee.ts'
import type { FakeVendorName } from './vendors/index.ts'

/** Where a vendor was told to deliver, and what it signs with. */
export type Subscription = { id: string; vendor: FakeVendorName; url: string; secret: string }

/** A delivery under way. `held` ones wait for somebody to let them go; times are epoch milliseconds. */
export type Outgoing = {
  subscriptionId: string
  type: string
  eventId: string
  body: string
  /** When it is tried next, and when it was first. */
  at: number
  firstAt: number
  attempts: number
  held: boolean
  /** Which of the copies of one event it is; 0 is the first. */
  copy: number
}

/** Something that begins to hold, or ends, on a later day: it is told of then. */
export type Due = {
  at: number
  phase: 'holds' | 'left'
  employeeId: number
  fields: (keyof EmployeeState)[]
  effectiveOn: string
  hire: boolean
}

type Kept = { employee: Employee; subscription: Subscription; outgoing: Outgoing; due: Due }

export type HrStore = ReturnType<typeof openHrStore>

/** Opens the HR system in a file, or in memory with `:memory:`; a new one begins with `sample`. */
export const openHrStore = (file: string, sample: () => Employee[]) => {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS kept (kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id))`)
  const write = db.prepare(
    'INSERT INTO kept (kind, id, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const read = db.prepare('SELECT value FROM kept WHERE kind = ? AND id = ?')
  const readAll = db.prepare('SELECT id, value FROM kept WHERE kind = ? ORDER BY rowid')
  const drop = db.prepare('DELETE FROM kept WHERE kind = ? AND id = ?')
  const count = db.prepare('SELECT count(*) AS n FROM kept WHERE kind = ?')

  const put = <K extends keyof Kept>(kind: K, id: string, value: Kept[K]) => {
    write.run(kind, id, JSON.stringify(value))
  }
  const get = <K extends keyof Kept>(kind: K, id: string): Kept[K] | undefined => {
    const row = read.get(kind, id)
    return row && (JSON.parse(row.value as string) as Kept[K])
  }
  const all = <K extends keyof Kept>(kind: K): { id: string; value: Kept[K] }[] =>
    readAll.all(kind).map(({ id, value }) => ({ id: id as string, value: JSON.parse(value as string) as Kept[K] }))
  const remove = (kind: keyof Kept, id: string): boolean => drop.run(kind, id).changes > 0

  if (count.get('employee')!.n === 0) for (const employee of sample()) put('employee', String(employee.id), employee)
  return { put, get, all, remove, close: () => db.close() }
}
