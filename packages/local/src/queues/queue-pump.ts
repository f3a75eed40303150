import type { Alarm, Clock } from '../clock.ts'
import { lambdaName } from '../functions.ts'
import type { LambdaInvoker } from '../lambda.ts'
import type { LocalQueue } from './local-queues.ts'
import type { QueueDesk, Received } from './queue-desk.ts'
import { sqsEvent } from './sqs-event.ts'

export interface QueuePumpOptions {
  desk: QueueDesk
  queues: LocalQueue[]
  invoke: LambdaInvoker
  clock: Clock
  log?: (line: string) => void
}

export interface QueuePump {
  /** Whether a function has messages in hand. */
  busy(): boolean
  /** Resolves when no message can be handed over before the clock moves, and no function has any. */
  settled(): Promise<void>
  /** No message is handed over any more; resolves when the invocations under way have ended. */
  stop(): Promise<void>
}

/**
 * Hands messages to the functions of their queues, as Lambda's event source mappings do: what a function reports as failed comes
 * back at its time on the virtual clock, the rest is done. One batch of a queue at a time, so that a run is the same each time. Nothing
 * polls: a message that came in or an alarm starts it.
 */
export const startQueuePump = ({ desk, queues, invoke, clock, log = () => {} }: QueuePumpOptions): QueuePump => {
  let stopped = false

  const workOff = async (queue: LocalQueue): Promise<void> => {
    for (let batch = take(queue); batch.length > 0; batch = take(queue)) {
      const failed = await handOver(queue, batch)
      desk.release(batch, ({ messageId }) => !failed.has(messageId))
    }
  }

  const take = (queue: LocalQueue): Received[] => {
    const batch = stopped ? [] : desk.take(queue, queue.batchSize)
    desk.hold(batch)
    return batch
  }

  /** The ids of the messages that failed. */
  const handOver = async (queue: LocalQueue, batch: Received[]): Promise<Set<string>> => {
    const ids = batch.map(({ messageId }) => messageId)
    try {
      const failed = failedOf(await invoke.invoke(lambdaName(queue.function), sqsEvent(queue, batch)))
      return new Set(failed.every((id) => ids.includes(id)) ? failed : ids)
    } catch (error) {
      log(`The function of the queue ${queue.name} failed: ${(error as Error).message}`)
      return new Set(ids)
    }
  }

  const consumers = queues.map((queue) => {
    let turn: Promise<void> | undefined
    let alarm: Alarm | undefined
    let again = false
    const run = async () => {
      while (again) {
        again = false
        await workOff(queue)
      }
    }
    const wake = () => {
      again = true
      if (turn || stopped) return
      alarm?.cancel()
      // A store that fails (a full disk) leaves the messages in the queue: the next one that comes tries again.
      turn = run()
        .finally(() => {
          turn = undefined
          if (again) return wake()
          const at = desk.nextVisible(queue)
          if (at !== undefined && !stopped) alarm = clock.alarm(at, wake)
        })
        .catch((error: Error) => log(`The queue ${queue.name} stands still: ${error.message}`))
    }
    desk.watch(queue, wake)
    wake()
    return { turn: () => turn, cancel: () => alarm?.cancel() }
  })
  const busy = () => consumers.some(({ turn }) => turn() !== undefined)
  const settled = async () => {
    while (busy()) await Promise.all(consumers.map(({ turn }) => turn()))
  }

  return {
    busy,
    settled,
    async stop() {
      stopped = true
      for (const { cancel } of consumers) cancel()
      await settled()
    },
  }
}

/**
 * The messages that a function reports as failed; an entry without an id stands for none of them, which fails the whole batch, as
 * in Lambda.
 */
const failedOf = (answer: unknown): string[] => {
  const failures = (answer as { batchItemFailures?: { itemIdentifier?: string }[] } | null)?.batchItemFailures
  return Array.isArray(failures) ? failures.map(({ itemIdentifier }) => itemIdentifier ?? '') : []
}
