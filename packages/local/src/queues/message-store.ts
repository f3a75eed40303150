import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'

/** A message as it is kept. Times are virtual, in epoch milliseconds. */
export interface StoredMessage {
  /** Counts up over all queues: the order in which messages were taken in. */
  sequence: number
  queue: string
  messageId: string
  body: string
  group: string | undefined
  dedupe: string | undefined
  sentAt: number
  /** Nobody gets it before. */
  visibleAt: number
  receives: number
  firstReceivedAt: number | undefined
  /** When it was handed over last. */
  receivedAt: number | undefined
}

export type NewMessage = Pick<
  StoredMessage,
  'queue' | 'messageId' | 'body' | 'group' | 'dedupe' | 'sentAt' | 'visibleAt'
>

/** A message that was handed over as often as its queue allows, and failed each time. */
export type DeadMessage = StoredMessage & { deadAt: number }

/** The messages of all queues, durable: what was added is on disk. */
export type MessageStore = ReturnType<typeof openMessageStore>

type Row = Record<string, SQLOutputValue>

const waiting = 'queue = ? AND dead_at IS NULL'

/** Opens the store in a file, or in memory with `:memory:`. */
export const openMessageStore = (file: string) => {
  const db = new DatabaseSync(file)
  // FULL: once it is taken in, the queue alone has the message.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS message (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL,
      group_id TEXT, dedupe_id TEXT, sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL,
      receives INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER, received_at INTEGER, dead_at INTEGER);
    CREATE INDEX IF NOT EXISTS message_visible ON message (queue, dead_at, visible_at, sequence);
    CREATE TABLE IF NOT EXISTS dedupe (
      queue TEXT NOT NULL, dedupe_id TEXT NOT NULL, message_id TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (queue, dedupe_id)) WITHOUT ROWID`)
  const insert = db.prepare(
    `INSERT INTO message (queue, message_id, body, group_id, dedupe_id, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const known = db.prepare('SELECT message_id, sequence FROM dedupe WHERE queue = ? AND dedupe_id = ? AND at > ?')
  const remember = db.prepare('INSERT OR REPLACE INTO dedupe VALUES (?, ?, ?, ?, ?)')
  const forget = db.prepare('DELETE FROM dedupe WHERE queue = ? AND at <= ?')
  const byVisibility = db.prepare(
    `SELECT * FROM message WHERE ${waiting} AND visible_at <= ? ORDER BY visible_at, sequence LIMIT ?`,
  )
  const bySequence = db.prepare(`SELECT * FROM message WHERE ${waiting} ORDER BY sequence`)
  const received = db.prepare(
    'UPDATE message SET visible_at = ?, receives = ?, first_received_at = ?, received_at = ? WHERE sequence = ?',
  )
  const nextVisible = db.prepare(`SELECT min(visible_at) AS at FROM message WHERE ${waiting} AND visible_at > ?`)
  const one = db.prepare(`SELECT * FROM message WHERE ${waiting} AND sequence = ?`)
  const remove = db.prepare('DELETE FROM message WHERE sequence = ?')
  const hide = db.prepare('UPDATE message SET visible_at = ? WHERE sequence = ?')
  const bury = db.prepare('UPDATE message SET dead_at = ? WHERE sequence = ?')
  const spent = db.prepare(`SELECT * FROM message WHERE ${waiting} AND visible_at <= ? AND receives >= ?`)
  const dead = db.prepare('SELECT * FROM message WHERE dead_at IS NOT NULL ORDER BY sequence')
  const count = db.prepare(
    `SELECT count(*) FILTER (WHERE visible_at <= ?1) AS visible, count(*) FILTER (WHERE visible_at > ?1 AND receives > 0) AS hidden,
      count(*) FILTER (WHERE visible_at > ?1 AND receives = 0) AS delayed FROM message WHERE queue = ?2 AND dead_at IS NULL`,
  )

  return {
    /** Does several things at once, or none of them. */
    together<T>(work: () => T): T {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    },
    add(message: NewMessage): number {
      const { queue, messageId, body, group, dedupe, sentAt, visibleAt } = message
      const { lastInsertRowid } = insert.run(queue, messageId, body, group ?? null, dedupe ?? null, sentAt, visibleAt)
      return Number(lastInsertRowid)
    },
    /** The message that was sent with this id for deduplication after `since`. */
    known(queue: string, dedupe: string, since: number): { messageId: string; sequence: number } | undefined {
      const row = known.get(queue, dedupe, since)
      return row && { messageId: row.message_id as string, sequence: row.sequence as number }
    },
    remember({ queue, dedupe, messageId, sentAt }: NewMessage, sequence: number, since: number): void {
      forget.run(queue, since)
      remember.run(queue, dedupe!, messageId, sequence, sentAt)
    },
    /** Those that may be handed over at `now`, the longest visible first. */
    visible: (queue: string, now: number, most: number) => byVisibility.all(queue, now, most).map(messageOf),
    /** All that wait or are hidden, in the order in which they came. */
    *inOrder(queue: string): Generator<StoredMessage> {
      for (const row of bySequence.iterate(queue)) yield messageOf(row)
    },
    /** Counts a handing over, and hides the message until `visibleAt`. */
    received(message: StoredMessage, now: number, visibleAt: number): StoredMessage {
      const changed = {
        ...message,
        visibleAt,
        receives: message.receives + 1,
        firstReceivedAt: message.firstReceivedAt ?? now,
        receivedAt: now,
      }
      received.run(visibleAt, changed.receives, changed.firstReceivedAt, now, message.sequence)
      return changed
    },
    /** When the next hidden message comes back. */
    nextVisible: (queue: string, now: number) => (nextVisible.get(queue, now)?.at ?? undefined) as number | undefined,
    one(queue: string, sequence: number): StoredMessage | undefined {
      const row = one.get(queue, sequence)
      return row && messageOf(row)
    },
    remove: (sequence: number) => void remove.run(sequence),
    hide: (sequence: number, visibleAt: number) => void hide.run(visibleAt, sequence),
    /** Visible ones that were handed over so often. */
    spent: (queue: string, now: number, mostReceives: number) => spent.all(queue, now, mostReceives).map(messageOf),
    bury: (sequence: number, now: number) => void bury.run(now, sequence),
    /** Oldest first. */
    dead: (): DeadMessage[] => dead.all().map((row) => ({ ...messageOf(row), deadAt: row.dead_at as number })),
    count: (queue: string, now: number) =>
      count.get(now, queue) as { visible: number; hidden: number; delayed: number },
    close: () => db.close(),
  }
}

const messageOf = (row: Row): StoredMessage => ({
  sequence: row.sequence as number,
  queue: row.queue as string,
  messageId: row.message_id as string,
  body: row.body as string,
  group: (row.group_id ?? undefined) as string | undefined,
  dedupe: (row.dedupe_id ?? undefined) as string | undefined,
  sentAt: row.sent_at as number,
  visibleAt: row.visible_at as number,
  receives: row.receives as number,
  firstReceivedAt: (row.first_received_at ?? undefined) as number | undefined,
  receivedAt: (row.received_at ?? undefined) as number | undefined,
})
