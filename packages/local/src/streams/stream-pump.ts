import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Clock } from '../clock.ts'
import type { LambdaInvoker } from '../lambda.ts'
import { type ConsumerQueue, consumerQueue } from './consumer-queue.ts'
import { type StreamRecord, toEventRecord } from './event-record.ts'
import { isStillThere, readStream, type StreamReader } from './stream-reader.ts'
import type { DeadLetter, Position, StreamStore } from './stream-store.ts'

/** A function that gets the stream, as an event source mapping describes it. */
export interface StreamConsumer {
  functionName: string
  /** Records per invocation at most. */
  batchSize: number
  /** Records it is not interested in are passed over. */
  filter?: (record: StreamRecord) => boolean
  maxRetries: number
}

export interface StreamPumpOptions {
  streamsClient: DynamoDBStreamsClient
  streamArn: string
  consumers: StreamConsumer[]
  invoke: LambdaInvoker
  /** Where positions and dead letters are kept. */
  positions: StreamStore
  clock: Clock
  /** Pause between reads while records come in, in real milliseconds; 10 when absent (at 5, reads slow a burst of writes by a third). */
  pollMs?: number
  /** Pause between reads when nothing has come for two seconds; 250 when absent. */
  idlePollMs?: number
  log?: (line: string) => void
}

export interface StreamPump {
  /** Whether records that were read wait for a consumer. Knows nothing of writes not yet read: `settled` does. */
  busy(): boolean
  /**
   * Resolves once everything written before the call has been delivered to every consumer and handled (or given up), and
   * so has everything the consumers wrote while handling it. Exact, because DynamoDB Local shows a write to readers
   * before it answers the writer. Rejects when the pump is stopped before.
   */
  settled(): Promise<void>
  /** Reads at once. */
  nudge(): void
  /** Reads nothing from now on, until `release`: for measurements of what writes alone cost. Ask for `settled` only when released. */
  hold(): void
  release(): void
  deadLetters(): DeadLetter[]
  /** Delivers dead letters again, one by one (all of them, or those with the given ids); the handled ones are removed. */
  redrive(ids?: number[]): Promise<{ handled: number; failed: number }>
  /** Ends after the invocations under way. */
  stop(): Promise<void>
}

const ACTIVE_FOR_MS = 2_000
/** When a consumer lags this far behind, reading waits for it. */
const MOST_WAITING = 10_000

/** Reads a table's stream once and delivers it to every consumer at its own pace, at least once and in order. */
export function startStreamPump(options: StreamPumpOptions): StreamPump {
  const { streamsClient, streamArn, consumers, invoke, positions, clock, log = () => {} } = options
  const { pollMs = 10, idlePollMs = 250 } = options
  let stopped = false
  let activeUntil = Date.now() + ACTIVE_FOR_MS
  let wake = () => {}
  let isNudged = false
  let isHeld = false
  let waiters: { resolve: () => void; reject: (error: Error) => void }[] = []
  const queues = consumers.map((consumer) =>
    consumerQueue({ consumer, streamArn, invoke, positions, clock, isStopped: () => stopped, log }),
  )

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (isNudged || stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const nudge = () => {
    isNudged = true
    wake()
  }

  const readOnce = async (reader: StreamReader) => {
    // Only those who asked before this read began may be told that there is nothing.
    const asked = waiters
    const wasIdle = queues.every((queue) => !queue.busy())
    isNudged = false
    const items = await reader.next()
    if (!items.length) for (const queue of queues) queue.push([])
    if (items.length) {
      activeUntil = Date.now() + ACTIVE_FOR_MS
      const records = items.map(({ record, position }) => ({
        record: toEventRecord(record, streamArn, clock.now()),
        position,
      }))
      for (const queue of queues) queue.push(records)
    } else if (wasIdle && asked.length) {
      // All was handled before the read began, and the read found nothing: whatever the handlers wrote is handled too.
      waiters = waiters.filter((waiter) => !asked.includes(waiter))
      for (const { resolve } of asked) resolve()
    } else if (asked.length) {
      await Promise.race([Promise.all(queues.map((queue) => queue.idle())), pause(pollMs)])
    }
    while (!stopped && queues.some((queue) => queue.waiting() > MOST_WAITING)) {
      isNudged = false
      await pause(pollMs)
    }
  }

  const run = async () => {
    let reader: StreamReader | undefined
    let failures = 0
    while (!stopped) {
      try {
        if (isHeld) {
          isNudged = false
          await pause(idlePollMs)
          continue
        }
        reader ??= readStream(streamsClient, streamArn, await startingPoint(streamsClient, streamArn, queues))
        await readOnce(reader)
        if (failures) log('The stream can be read again')
        failures = 0
        await pause(waiters.length ? 0 : Date.now() < activeUntil ? pollMs : idlePollMs)
      } catch (error) {
        failures += 1
        if (failures === 1) log(`The stream cannot be read: ${(error as Error).message}. Trying again`)
        isNudged = false
        await pause(Math.min(50 * 2 ** failures, 2_000))
      }
    }
  }
  const running = run()

  return {
    busy: () => queues.some((queue) => queue.busy()),
    settled: () =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(new Error('The stream pump is stopped'))
        waiters = [...waiters, { resolve, reject }]
        activeUntil = Date.now() + ACTIVE_FOR_MS
        nudge()
      }),
    nudge,
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      nudge()
    },
    deadLetters: positions.deadLetters,
    async redrive(ids) {
      const letters = positions.deadLetters().filter(({ id }) => !ids || ids.includes(id))
      let handled = 0
      for (const { id, functionName, record } of letters) {
        const result = await invoke.invoke(functionName, { Records: [record] }).then(
          (value) => value as { batchItemFailures?: unknown[] } | null | undefined,
          () => ({ batchItemFailures: [record] }),
        )
        if (result?.batchItemFailures?.length) continue
        positions.removeDeadLetter(id)
        handled += 1
      }
      return { handled, failed: letters.length - handled }
    },
    async stop() {
      stopped = true
      wake()
      await running
      await Promise.all(queues.map((queue) => queue.idle()))
      for (const { reject } of waiters) reject(new Error('The stream pump is stopped'))
      waiters = []
    },
  }
}

/**
 * Where to read from so that no consumer misses a record: the earliest of their positions, or the oldest record kept when
 * one has no position (any more). Consumers that are further on pass over what they have had.
 */
async function startingPoint(
  client: DynamoDBStreamsClient,
  streamArn: string,
  queues: ConsumerQueue[],
): Promise<Position | undefined> {
  const known: { queue: ConsumerQueue; position: Position }[] = []
  for (const queue of queues) {
    const position = queue.savedPosition()
    if (position && (await isStillThere(client, streamArn, position))) known.push({ queue, position })
  }
  const [first] = known
    .map(({ position }) => position)
    .sort((one, other) => (BigInt(one.sequenceNumber) < BigInt(other.sequenceNumber) ? -1 : 1))
  const start = known.length === queues.length ? first : undefined
  for (const { queue, position } of known) {
    if (position.eventId !== start?.eventId) queue.passOverThrough(position.eventId)
  }
  return start
}
