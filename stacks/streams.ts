import { kindAttribute } from '@pilotgate/aws/dynamodb/table'
import { streams as entries } from '@pilotgate/workflows/streams'
import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { names } from './names.ts'
import { storage } from './storage.ts'

const newRows = (kinds: string[]) =>
  FilterCriteria.filter({
    eventName: FilterRule.isEqual('INSERT'),
    dynamodb: { NewImage: { [kindAttribute]: { S: FilterRule.or(...kinds) } } },
  })

/** New rows on their way from the table to the functions named `<stage>/stream`. One bad row never holds up the others. */
export function streams({ stack }: StackContext) {
  const { table } = use(storage)
  const failures = new Queue(stack, 'StreamFailures', {
    queueName: names(stack).streamFailures,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  for (const { function: name, kinds } of entries) {
    new EventSourceMapping(stack, name.replace('/', '-'), {
      target: use(functions)[name],
      eventSourceArn: table.tableStreamArn!,
      // From the oldest: an event written while a stage is first deployed is still delivered.
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [newRows(kinds)],
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
