import { queues as entries } from '@pilotgate/workflows/queues'
import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { names } from './names.ts'

/** Work that waits for the functions named `<stage>/queue`. What fails for good is kept for two weeks in a queue beside each. */
export function queues({ stack }: StackContext) {
  const { queueName, queueFailures } = names(stack)
  for (const entry of entries) {
    const common = {
      // CloudFormation takes `true` or nothing.
      fifo: entry.fifo || undefined,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    }
    const failures = new Queue(stack, `${entry.name}-failures`, { ...common, queueName: queueFailures(entry) })
    const queue = new Queue(stack, entry.name, {
      ...common,
      queueName: queueName(entry),
      visibilityTimeout: Duration.seconds(entry.visibilitySeconds),
      deadLetterQueue: { queue: failures, maxReceiveCount: entry.mostReceives },
    })
    // The right to take from it is in the table of grants, so that the functions' stack does not depend on this one.
    new EventSourceMapping(stack, `${entry.name}-worker`, {
      target: use(functions)[entry.function],
      eventSourceArn: queue.queueArn,
      batchSize: entry.batchSize,
      ...(entry.mostAtOnce !== undefined && { maxConcurrency: entry.mostAtOnce }),
      reportBatchItemFailures: true,
    })
  }
}
