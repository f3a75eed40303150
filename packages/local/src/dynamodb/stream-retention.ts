import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Lets the time a data folder lay unused not count for the 24 hours that a stream keeps its records. To be called while
 * no database runs on the folder.
 *
 * DynamoDB Local drops every stream record that is older than 24 hours when it starts, delivered or not, and once none is
 * left it numbers the next record 1 again. A machine that is killed between a write and its delivery, and started again
 * two days later, would lose the event for good. AWS is never switched off, so the difference is ours to even out: all
 * records are made younger by the time since the last write. (`us` is DynamoDB Local's table of stream records.)
 */
export function keepStreamRecords(folder: string, now: number = Date.now()): void {
  const file = join(folder, 'shared-local-instance.db')
  if (!existsSync(file)) return
  const idle = Math.floor(now - statSync(file).mtimeMs)
  if (idle < 60_000) return
  const db = new DatabaseSync(file)
  try {
    const isKnown = db.prepare("SELECT 1 FROM pragma_table_info('us') WHERE name = 'CreationDateTime'").get()
    // Another release may keep them elsewhere: then its own rule of 24 hours holds.
    if (isKnown) db.prepare('UPDATE us SET CreationDateTime = CreationDateTime + ?').run(idle)
  } finally {
    db.close()
  }
}
