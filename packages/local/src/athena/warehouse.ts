import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { firehoseHandler } from '../firehose/firehose-handler.ts'
import { openPendingRows } from '../firehose/pending-rows.ts'
import { toParquet } from '../firehose/to-parquet.ts'
import { athenaHandler } from './athena-handler.ts'
import { duckDb } from './duckdb.ts'
import { queryRunner } from './query-runner.ts'
import { sessionViews } from './session-views.ts'

/** The warehouse on this machine: what takes rows in and what answers questions, over one folder. */
export type LocalWarehouse = { firehose: RequestListener; athena: RequestListener; close(): Promise<void> }

type LocalWarehouseOptions = {
  folder: string
  clock: Clock
  /** Begins empty, and leaves nothing behind. */
  temporary?: boolean
}

/** Opens the warehouse's folder. Rows become Parquet when somebody asks: nothing happens in between. */
export const openWarehouse = ({ folder, clock, temporary = false }: LocalWarehouseOptions): LocalWarehouse => {
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (temporary) remove()
  const pending = openPendingRows(join(folder, 'pending'), { durable: !temporary })
  const duck = duckDb()
  const runner = queryRunner({
    duck,
    now: clock.now,
    newId: randomUUID,
    async prepare() {
      const connection = await duck.connection()
      for (const taken of pending.take()) await toParquet(connection, folder, taken)
      await sessionViews(connection, folder)
    },
  })
  return {
    firehose: firehoseHandler({
      pending,
      clock,
      rejected(day, lines) {
        if (lines.length === 0) return
        mkdirSync(join(folder, 'format-conversion-failed'), { recursive: true })
        appendFileSync(join(folder, 'format-conversion-failed', `${day}.txt`), `${lines.join('\n')}\n`)
      },
    }),
    athena: athenaHandler(runner),
    async close() {
      await runner.idle()
      duck.close()
      if (temporary) remove()
    },
  }
}
