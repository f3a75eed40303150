import { type QueueEntry, queues } from '@pilotgate/workflows/queues'

/** What there is to know of a queue of this machine. */
export type LocalQueue = Pick<QueueEntry, 'fifo' | 'batchSize' | 'visibilitySeconds' | 'mostReceives'> & {
  /** The name in AWS's sense: of a FIFO queue it ends in `.fifo`. */
  name: string
  arn: string
  function: QueueEntry['function']
}

const physicalName = ({ name, fifo }: QueueEntry): string => (fifo ? `${name}.fifo` : name)

export const localQueues: LocalQueue[] = queues.map((entry) => ({
  ...entry,
  name: physicalName(entry),
  arn: `arn:aws:sqs:us-east-1:000000000000:${physicalName(entry)}`,
}))

/** The address of each queue by its name in the code. */
export const queueUrls = (origin: string): Record<string, string> =>
  Object.fromEntries(queues.map((entry) => [entry.name, queueUrl(origin, physicalName(entry))]))

export const queueUrl = (origin: string, name: string): string => `${origin}/aws/sqs/${name}`
