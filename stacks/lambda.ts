import type { FunctionName } from '@pilotgate/contracts/functions'
import { queues } from '@pilotgate/workflows/queues'
import { Duration } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Stack } from 'sst/constructs'
import { bundledCode } from './bundle.ts'
import { logRetention } from './logs.ts'
import { names } from './names.ts'
import { settings } from './settings.ts'

/** Size and patience by what starts a function: the last word of its name. */
const shapes: Record<string, { memorySize: number; timeout: Duration }> = {
  api: { memorySize: 1024, timeout: Duration.seconds(28) },
  tasks: { memorySize: 512, timeout: Duration.seconds(60) },
  stream: { memorySize: 512, timeout: Duration.minutes(5) },
  schedule: { memorySize: 512, timeout: Duration.minutes(5) },
  queue: { memorySize: 512, timeout: Duration.minutes(1) },
  mail: { memorySize: 512, timeout: Duration.minutes(1) },
}

/** A message stays hidden for six times as long as its function may run, as AWS advises: a function that is throttled makes no doubles. */
const shapeOf = (name: FunctionName) => {
  const shape = shapes[name.split('/')[1]!]!
  const queue = queues.find((entry) => entry.function === name)
  return queue ? { ...shape, timeout: Duration.seconds(Math.floor(queue.visibilitySeconds / 6)) } : shape
}

/** A function of the platform with a role and a log of its own. */
export const lambda = (
  stack: Stack,
  name: FunctionName,
  environment: Record<string, string>,
  statements: PolicyStatement[],
): IFunction => {
  const id = name.replace('/', '-')
  const functionName = names(stack).functionName(name)
  const logGroup = new LogGroup(stack, `${id}-log`, {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: logRetention(stack),
  })
  const writeLog = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  })
  return new LambdaFunction(stack, id, {
    functionName,
    description: `functions/${name}.ts`,
    code: bundledCode(name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    ...shapeOf(name),
    role: new Role(stack, `${id}-role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { grants: new PolicyDocument({ statements: [writeLog, ...statements] }) },
    }),
    environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
    tracing: Tracing.ACTIVE,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel[settings().logLevel],
    systemLogLevelV2: SystemLogLevel.WARN,
  })
}
