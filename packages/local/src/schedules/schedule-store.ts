import { DatabaseSync } from 'node:sqlite'

export interface ScheduleState {
  /** When the schedule was first seen: rates count from here. */
  anchor: number
  /** The last occurrence that was handled, or the anchor. */
  last: number
}

/** What the schedules remember over a restart. */
export interface ScheduleStore {
  get(name: string): ScheduleState | undefined
  save(name: string, state: ScheduleState): void
  close(): void
}

/** Opens the store in a file, or in memory with `:memory:`. */
export function openScheduleStore(file: string): ScheduleStore {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS schedule (name TEXT PRIMARY KEY, anchor INTEGER NOT NULL, last INTEGER NOT NULL)`)
  return {
    get(name) {
      const row = db.prepare('SELECT anchor, last FROM schedule WHERE name = ?').get(name)
      return row && { anchor: row.anchor as number, last: row.last as number }
    },
    save: (name, { anchor, last }) =>
      void db.prepare('INSERT OR REPLACE INTO schedule VALUES (?, ?, ?)').run(name, anchor, last),
    close: () => db.close(),
  }
}
