import type { LocalQueue } from '@pilotgate/local/queues/local-queues'
import { openMessageStore } from '@pilotgate/local/queues/message-store'
import { openQueueDesk } from '@pilotgate/local/queues/queue-desk'
import { virtualClock } from '@pilotgate/local/virtual-clock'

export const start = Date.parse('2027-01-04T08:00:00Z')

export const minutes = (count: number): number => count * 60_000

const shape = { function: 'program/queue', batchSize: 10, visibilitySeconds: 60, mostReceives: 3 } as const
export const standard: LocalQueue = {
  ...shape,
  name: 'plain',
  arn: 'arn:aws:sqs:us-east-1:000000000000:plain',
  fifo: false,
}
export const fifo: LocalQueue = {
  ...shape,
  name: 'line.fifo',
  arn: 'arn:aws:sqs:us-east-1:000000000000:line.fifo',
  fifo: true,
}

/** Queues with a clock that stands still until it is told to jump. */
export const openDesk = (file = ':memory:') => {
  const clock = virtualClock({ start, running: false })
  const store = openMessageStore(file)
  const lines: string[] = []
  const desk = openQueueDesk(store, clock, (line) => lines.push(line))
  return { clock, store, desk, lines, later: (ms: number) => clock.jump(clock.now() + ms) }
}
