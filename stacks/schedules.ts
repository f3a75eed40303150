import { schedules as entries } from '@pilotgate/workflows/schedules'
import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { names } from './names.ts'

/** Work that starts by the clock. What fails for two hours is kept for two weeks instead of being lost. */
export function schedules({ stack }: StackContext) {
  const { prefix, missedSchedules } = names(stack)
  const maxEventAge = Duration.hours(2)
  const deadLetterQueue = new Queue(stack, 'MissedSchedules', {
    queueName: missedSchedules,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  // EventBridge's own dead letters are calls that never reached the function.
  for (const { name, expression, words, function: target } of entries) {
    new Rule(stack, name, {
      ruleName: `${prefix}-${name}`,
      description: words,
      schedule: Schedule.expression(expression),
      targets: [new LambdaFunction(use(functions)[target], { deadLetterQueue, retryAttempts: 8, maxEventAge })],
    })
  }
  // Calls that reached it and failed are the function's own. Its right to send is in the table of grants.
  for (const name of new Set(entries.map((entry) => entry.function))) {
    new EventInvokeConfig(stack, `${name.replace('/', '-')}-failures`, {
      function: use(functions)[name],
      onFailure: { bind: () => ({ destination: deadLetterQueue.queueArn }) },
      retryAttempts: 2,
      maxEventAge,
    })
  }
}
