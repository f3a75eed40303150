import type { FunctionName } from '@pilotgate/contracts/functions'
import type { QueueName } from '@pilotgate/core/ports'

/** Work that waits in a queue: which function takes it, and for how long and how often it may try. */
export type QueueEntry = {
  name: QueueName
  function: FunctionName
  /** First in, first out within a group of messages. */
  fifo: boolean
  /** Messages per invocation at most; the slowest of them, one after another, must be through in a sixth of `visibilitySeconds`. */
  batchSize: number
  /** So many invocations at once at most (2 or more), where others are to be spared. */
  mostAtOnce?: number
  /** For how long a message that was handed over is nobody else's. */
  visibilitySeconds: number
  /** After so many times it goes to the dead letters. */
  mostReceives: number
  words: string
}

export const queues: QueueEntry[] = [
  {
    name: 'people-inbox',
    function: 'program/queue',
    fifo: false,
    batchSize: 5,
    // HR systems get at most 25 requests at once, from all organisations together.
    mostAtOnce: 5,
    visibilitySeconds: 1800,
    mostReceives: 20,
    words: 'Deliveries of HR systems, on their way into the data of people',
  },
  {
    name: 'invitations',
    function: 'engagement/queue',
    fifo: true,
    batchSize: 10,
    visibilitySeconds: 120,
    // With the pauses between them a day and a half.
    mostReceives: 40,
    words: 'Calendar invitations, in order for each session',
  },
  {
    name: 'webhook-deliveries',
    function: 'webhooks/queue',
    fifo: false,
    batchSize: 5,
    visibilitySeconds: 360,
    // Nine attempts, the longest pauses in two parts each, and room for crashes.
    mostReceives: 40,
    words: 'Events on their way to the webhooks of organisations',
  },
]
