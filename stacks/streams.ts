import { kindAttribute } from '@pilotgate/aws/dynamodb/table'
import { functionNames } from '@pilotgate/contracts/functions'
import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { names } from './names.ts'
import { storage } from './storage.ts'

/** New rows of the outbox. */
const newEvents = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { NewImage: { [kindAttribute]: { S: FilterRule.isEqual('event') } } },
})

/** Events on their way from the table to the functions named `<stage>/stream`. One bad event never holds up the others. */
export function streams({ stack }: StackContext) {
  const { table } = use(storage)
  const failures = new Queue(stack, 'StreamFailures', {
    queueName: names(stack).streamFailures,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  for (const name of functionNames.filter((name) => name.endsWith('/stream'))) {
    new EventSourceMapping(stack, name.replace('/', '-'), {
      target: use(functions)[name],
      eventSourceArn: table.tableStreamArn!,
      // From the oldest: an event written while a stage is first deployed is still delivered.
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [newEvents],
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(12),
      // The right to send is in the table of grants, so that the functions' stack does not depend on this one.
      onFailure: { bind: () => ({ destination: failures.queueArn }) },
    })
  }
}
