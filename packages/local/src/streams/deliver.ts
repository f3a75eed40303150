import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamRecord } from './event-record.ts'

export interface Delivery<Item> {
  recordOf: (item: Item) => StreamRecord
  invoke: (records: StreamRecord[]) => Promise<unknown>
  /** How often a record that fails alone is tried again. */
  maxRetries: number
  /** The item and all before it are handled. */
  done: (item: Item) => void
  /** The item is given up; `done` follows. */
  giveUp: (item: Item, error: unknown, attempts: number) => void
  isStopped: () => boolean
}

/**
 * Delivers items in order, as a Lambda event source mapping with `BisectBatchOnFunctionError` and
 * `ReportBatchItemFailures` does: a failing batch is halved until the failing record stands alone; that one is tried again
 * with a growing pause, then given up, and the stream goes on. The pause is real time: waiting on the virtual clock would
 * hang, because the clock waits for the stream to settle before it jumps.
 */
export async function deliver<Item>(items: Item[], delivery: Delivery<Item>): Promise<void> {
  if (!items.length || delivery.isStopped()) return
  const outcome = await attempt(items, delivery)
  if (outcome.handled > 0) delivery.done(items[outcome.handled - 1]!)
  if (outcome.handled === items.length) return
  const rest = items.slice(outcome.handled)
  if (rest.length === 1) return tryAgain(rest[0]!, outcome.error, delivery)
  // A named failure stands alone at once; an unnamed one is looked for by halving.
  const cut = outcome.isNamed ? 1 : Math.ceil(rest.length / 2)
  await deliver(rest.slice(0, cut), delivery)
  await deliver(rest.slice(cut), delivery)
}

async function tryAgain<Item>(item: Item, firstError: unknown, delivery: Delivery<Item>): Promise<void> {
  let error = firstError
  for (let retry = 0; retry < delivery.maxRetries; retry++) {
    await sleep(Math.min(50 * 2 ** retry, 2_000))
    if (delivery.isStopped()) return
    const outcome = await attempt([item], delivery)
    if (outcome.handled === 1) return delivery.done(item)
    error = outcome.error
  }
  delivery.giveUp(item, error, delivery.maxRetries + 1)
  delivery.done(item)
}

interface Outcome {
  /** How many items from the first on are handled. */
  handled: number
  error?: unknown
  isNamed?: boolean
}

async function attempt<Item>(items: Item[], { invoke, recordOf }: Delivery<Item>): Promise<Outcome> {
  const records = items.map(recordOf)
  try {
    const firstFailed = firstFailedOf(await invoke(records), records)
    if (firstFailed === undefined) return { handled: records.length }
    const error = new Error('The function reported this record in batchItemFailures')
    return { handled: Math.max(firstFailed, 0), isNamed: firstFailed >= 0, error }
  } catch (error) {
    return { handled: 0, error }
  }
}

/** The index of the first record reported as failed; -1 when a report names none of the batch, which fails all of it, as in Lambda. */
function firstFailedOf(result: unknown, records: StreamRecord[]): number | undefined {
  const failures = (result as { batchItemFailures?: { itemIdentifier?: string }[] } | null | undefined)
    ?.batchItemFailures
  if (!Array.isArray(failures) || !failures.length) return undefined
  const indexes = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  )
  return Math.min(...indexes)
}
