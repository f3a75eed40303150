import { schedules as entries } from '@pilotgate/workflows/schedules'
import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { names } from './names.ts'

/** Work that starts by the clock. A call that fails for two hours is kept for two weeks instead of being lost. */
export function schedules({ stack }: StackContext) {
  const { prefix } = names(stack)
  const deadLetterQueue = new Queue(stack, 'MissedSchedules', {
    queueName: `${prefix}-missed-schedules`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  for (const { name, expression, words, function: target } of entries) {
    new Rule(stack, name, {
      ruleName: `${prefix}-${name}`,
      description: words,
      schedule: Schedule.expression(expression),
      targets: [
        new LambdaFunction(use(functions)[target], {
          deadLetterQueue,
          retryAttempts: 8,
          maxEventAge: Duration.hours(2),
        }),
      ],
    })
  }
}
