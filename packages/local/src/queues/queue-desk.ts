import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { ApiError } from '../states/errors.ts'
import type { LocalQueue } from './local-queues.ts'
import type { MessageStore, StoredMessage } from './message-store.ts'

const dedupeMs = 5 * 60 * 1000
const longestHiddenMs = 12 * 60 * 60 * 1000

export type Sending = { body: string; group?: string; dedupe?: string; delaySeconds?: number }
export type Sent = { messageId: string; sequence: number }
/** A message as it was handed over: `receipt` is needed to remove or postpone it. */
export type Received = StoredMessage & { receipt: string }

/** Takes messages in and hands them over, by the rules of SQS on the virtual clock. Everything it says is on disk. */
export type QueueDesk = ReturnType<typeof openQueueDesk>

export const openQueueDesk = (
  store: MessageStore,
  clock: Pick<Clock, 'now'>,
  log: (line: string) => void = () => {},
) => {
  /** Messages that a function has in hand: they come back when it has ended, however fast the clock runs. */
  const inHand = new Set<number>()
  const watchers = new Map<string, () => void>()
  const changed = (queue: string) => watchers.get(queue)?.()
  const now = () => Math.floor(clock.now())
  const isVisible = ({ sequence, visibleAt }: StoredMessage) => visibleAt <= now() && !inHand.has(sequence)

  const add = (queue: LocalQueue, { body, group, dedupe, delaySeconds = 0 }: Sending): Sent => {
    const sentAt = now()
    const earlier = dedupe === undefined ? undefined : store.known(queue.name, dedupe, sentAt - dedupeMs)
    if (earlier) return earlier
    const visibleAt = sentAt + delaySeconds * 1000
    const message = { queue: queue.name, messageId: randomUUID(), body, group, dedupe, sentAt, visibleAt }
    const sequence = store.add(message)
    if (dedupe !== undefined) store.remember(message, sequence, sentAt - dedupeMs)
    return { messageId: message.messageId, sequence }
  }

  const bury = ({ name, mostReceives }: LocalQueue) => {
    for (const message of store.spent(name, now(), mostReceives)) {
      if (inHand.has(message.sequence)) continue
      store.bury(message.sequence, now())
      log(`A message of the queue ${name} failed ${message.receives} times and is a dead letter: ${message.messageId}`)
    }
  }

  /** A FIFO queue holds back what follows a message of its group that somebody has, or that is hidden. */
  const nextInOrder = (queue: LocalQueue, most: number): StoredMessage[] => {
    const held = new Set<string>()
    const next: StoredMessage[] = []
    for (const message of store.inOrder(queue.name)) {
      const group = message.group!
      if (held.has(group)) continue
      if (isVisible(message)) next.push(message)
      else held.add(group)
      if (next.length === most) break
    }
    return next
  }

  /**
   * The message that was handed over under this receipt, if it still waits and was not handed over again since.
   * @throws ApiError when it is no receipt at all
   */
  const found = (queue: LocalQueue, receipt: string): StoredMessage | undefined => {
    const parts = /^(\d+)\.(\d+)$/.exec(Buffer.from(receipt, 'base64url').toString())
    if (!parts) {
      throw new ApiError(
        'ReceiptHandleIsInvalid',
        `The input receipt handle "${receipt}" is not a valid receipt handle.`,
      )
    }
    const message = store.one(queue.name, Number(parts[1]))
    return message?.receives === Number(parts[2]) ? message : undefined
  }

  return {
    now,
    /** Calls `change` when messages came in or are free again. */
    watch: (queue: LocalQueue, change: () => void) => void watchers.set(queue.name, change),
    /** Takes all of them in, or none. */
    send(queue: LocalQueue, messages: Sending[]): Sent[] {
      const sent = store.together(() => messages.map((message) => add(queue, message)))
      changed(queue.name)
      return sent
    },
    /** Hands over up to `most` messages, and hides them for `seconds`; those spent are put aside. */
    take(queue: LocalQueue, most: number, seconds = queue.visibilitySeconds): Received[] {
      return store.together(() => {
        bury(queue)
        const next = queue.fifo
          ? nextInOrder(queue, most)
          : store
              .visible(queue.name, now(), most + inHand.size)
              .filter(isVisible)
              .slice(0, most)
        return next.map((message) => {
          const received = store.received(message, now(), now() + seconds * 1000)
          return { ...received, receipt: receiptOf(received) }
        })
      })
    },
    hold(messages: StoredMessage[]): void {
      for (const { sequence } of messages) inHand.add(sequence)
    },
    /** Ends what `hold` began: the messages done are removed, the others come back at their time. */
    release(messages: StoredMessage[], isDone: (message: StoredMessage) => boolean): void {
      for (const { sequence } of messages) inHand.delete(sequence)
      store.together(() => {
        for (const message of messages.filter(isDone)) store.remove(message.sequence)
      })
    },
    /** A receipt of long ago removes nothing, as in SQS. */
    remove(queue: LocalQueue, receipt: string): void {
      const message = found(queue, receipt)
      if (!message) return
      store.remove(message.sequence)
      changed(queue.name)
    },
    /** Makes a message that was handed over visible `seconds` from now. */
    postpone(queue: LocalQueue, receipt: string, seconds: number): void {
      const message = found(queue, receipt)
      if (!message || isVisible(message)) {
        throw new ApiError('MessageNotInflight', 'The message referred to is not in flight.')
      }
      const visibleAt = now() + seconds * 1000
      if (visibleAt - message.receivedAt! > longestHiddenMs) {
        const rule = 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]'
        throw new ApiError(
          'InvalidParameterValue',
          `Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: ${rule}.`,
        )
      }
      store.hide(message.sequence, visibleAt)
      changed(queue.name)
    },
    /** When the next hidden message that nobody has in hand comes back. */
    nextVisible: (queue: LocalQueue) => store.nextVisible(queue.name, now()),
    count: (queue: LocalQueue) => store.count(queue.name, now()),
    /** Messages that failed as often as their queue allows, oldest first. */
    deadLetters: store.dead,
    /** Puts the dead letters of a queue back into it, as new messages in their old order, and says how many. */
    redrive(queue: LocalQueue): number {
      const letters = store.dead().filter((letter) => letter.queue === queue.name)
      store.together(() => {
        for (const letter of letters) {
          store.add({ ...letter, visibleAt: now() })
          store.remove(letter.sequence)
        }
      })
      changed(queue.name)
      return letters.length
    },
  }
}

const receiptOf = ({ sequence, receives }: StoredMessage): string =>
  Buffer.from(`${sequence}.${receives}`).toString('base64url')
