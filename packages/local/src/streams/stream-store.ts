import { DatabaseSync } from 'node:sqlite'
import type { StreamRecord } from './event-record.ts'

/** The last record a consumer is done with. */
export interface Position {
  shardId: string
  sequenceNumber: string
  /** Sequence numbers can start again at 1; only the event's id tells that the position is still the same record. */
  eventId: string
}

/** A record that a consumer could not handle. */
export interface DeadLetter {
  id: number
  functionName: string
  record: StreamRecord
  error: string
  attempts: number
  /** Virtual time, epoch milliseconds. */
  at: number
}

/** Positions and dead letters of the stream's consumers, durable. */
export interface StreamStore {
  position(streamArn: string, functionName: string): Position | undefined
  save(streamArn: string, functionName: string, position: Position): void
  addDeadLetter(letter: Omit<DeadLetter, 'id'>): void
  /** Oldest first. */
  deadLetters(): DeadLetter[]
  removeDeadLetter(id: number): void
  close(): void
}

/** Opens the store in a file, or in memory with `:memory:`. */
export function openStreamStore(file: string): StreamStore {
  const db = new DatabaseSync(file)
  // NORMAL: a position lost with the power means that a record is delivered again, which every consumer can take.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS position (
      stream TEXT NOT NULL, consumer TEXT NOT NULL, position TEXT NOT NULL, PRIMARY KEY (stream, consumer)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS dead_letter (id INTEGER PRIMARY KEY AUTOINCREMENT, letter TEXT NOT NULL)`)
  const select = db.prepare('SELECT position FROM position WHERE stream = ? AND consumer = ?')
  const upsert = db.prepare('INSERT OR REPLACE INTO position VALUES (?, ?, ?)')
  return {
    position(streamArn, functionName) {
      const row = select.get(streamArn, functionName)
      return row && (JSON.parse(row.position as string) as Position)
    },
    save(streamArn, functionName, { shardId, sequenceNumber, eventId }) {
      upsert.run(streamArn, functionName, JSON.stringify({ shardId, sequenceNumber, eventId }))
    },
    addDeadLetter: (letter) =>
      void db.prepare('INSERT INTO dead_letter (letter) VALUES (?)').run(JSON.stringify(letter)),
    deadLetters: () =>
      db
        .prepare('SELECT id, letter FROM dead_letter ORDER BY id')
        .all()
        .map(({ id, letter }) => ({ ...(JSON.parse(letter as string) as Omit<DeadLetter, 'id'>), id: id as number })),
    removeDeadLetter: (id) => void db.prepare('DELETE FROM dead_letter WHERE id = ?').run(id),
    close: () => db.close(),
  }
}
