import type { Clock } from '../clock.ts'
import type { LambdaInvoker } from '../lambda.ts'
import { deliver } from './deliver.ts'
import type { StreamRecord } from './event-record.ts'
import type { StreamConsumer } from './stream-pump.ts'
import type { Position, StreamStore } from './stream-store.ts'

export interface QueuedRecord {
  record: StreamRecord
  position: Position
}

/** One consumer's records in order, and the delivery under way. */
export interface ConsumerQueue {
  savedPosition(): Position | undefined
  /** The records up to and with this one were handled in an earlier run. */
  passOverThrough(eventId: string): void
  /** Adds records (or none) and sees to it that delivery is under way. */
  push(records: QueuedRecord[]): void
  waiting(): number
  busy(): boolean
  /** Resolves when no delivery is under way. */
  idle(): Promise<void>
}

export function consumerQueue(setting: {
  consumer: StreamConsumer
  streamArn: string
  invoke: LambdaInvoker
  positions: StreamStore
  clock: Clock
  isStopped: () => boolean
  log: (line: string) => void
}): ConsumerQueue {
  const { consumer, streamArn, invoke, positions, clock, isStopped } = setting
  const { functionName, batchSize, maxRetries, filter = () => true } = consumer
  let queue: QueuedRecord[] = []
  let passOver: string | undefined
  let running: Promise<void> | undefined

  const save = ({ position }: QueuedRecord) => positions.save(streamArn, functionName, position)

  const work = async () => {
    while (queue.length && !isStopped()) {
      const batch = takeBatch(queue, batchSize, filter)
      const wanted = batch.filter(({ record }) => filter(record))
      await deliver(wanted, {
        recordOf: ({ record }) => record,
        invoke: (records) => invoke.invoke(functionName, { Records: records }),
        maxRetries,
        done: save,
        giveUp: ({ record }, error, attempts) =>
          positions.addDeadLetter({ functionName, record, error: describe(error), attempts, at: clock.now() }),
        isStopped,
      })
      if (isStopped()) return
      if (batch.at(-1) !== wanted.at(-1)) save(batch.at(-1)!)
      queue = queue.slice(batch.length)
    }
  }

  return {
    savedPosition: () => positions.position(streamArn, functionName),
    passOverThrough(eventId) {
      passOver = eventId
    },
    push(records) {
      let fresh = records
      if (passOver) {
        const index = records.findIndex(({ position }) => position.eventId === passOver)
        fresh = index < 0 ? [] : records.slice(index + 1)
        if (index >= 0) passOver = undefined
      }
      queue = queue.concat(fresh)
      if (!queue.length || running) return
      // A store that fails (a full disk) leaves the records in the queue: the next push tries again.
      running = work()
        .catch((error) => setting.log(`${functionName} stands still: ${describe(error)}`))
        .finally(() => {
          running = undefined
        })
    },
    waiting: () => queue.length,
    busy: () => running !== undefined || queue.length > 0,
    idle: async () => {
      while (running) await running
    },
  }
}

/** The next records up to `batchSize` wanted ones, with the unwanted ones between them, so that the position moves over those too. */
function takeBatch(
  queue: QueuedRecord[],
  batchSize: number,
  filter: (record: StreamRecord) => boolean,
): QueuedRecord[] {
  let wanted = 0
  const end = queue.findIndex(({ record }) => filter(record) && ++wanted > batchSize)
  return end < 0 ? queue.slice() : queue.slice(0, end)
}

const describe = (error: unknown) => {
  const { errorType, name, message } = error as { errorType?: string; name?: string; message?: string }
  return `${errorType ?? name ?? 'Error'}: ${message ?? String(error)}`
}
