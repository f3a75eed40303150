import { type FunctionArns, functionNames } from '@pilotgate/contracts/functions'
import { machines } from '@pilotgate/workflows/manifest'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { dependsOn, type StackContext } from 'sst/constructs'
import { functions } from './functions.ts'
import { logRetention } from './logs.ts'
import { names } from './names.ts'

/**
 * The state machines of the shipped templates. One role serves them and the machines that `program/stream` makes later for
 * copies of a template: it may call the functions that the manifest names, and nothing else of Pilotgate.
 */
export function workflows({ stack }: StackContext) {
  dependsOn(functions)
  const { machinePrefix, machineArns, machineRole, machineLog, functionArn } = names(stack)
  const arns = Object.fromEntries(functionNames.map((name) => [name, functionArn(name)])) as FunctionArns
  const called = [...new Set(machines.flatMap((machine) => machine.functions))].sort()

  const role = new Role(stack, 'MachineRole', {
    roleName: machineRole,
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      steps: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: called.map(functionArn) }),
          new PolicyStatement({ actions: ['states:StartExecution'], resources: [machineArns] }),
        ],
      }),
      // Neither X-Ray nor the delivery of logs can be granted on a resource.
      observation: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: [
              'xray:PutTraceSegments',
              'xray:PutTelemetryRecords',
              'xray:GetSamplingRules',
              'xray:GetSamplingTargets',
            ],
            resources: ['*'],
          }),
          new PolicyStatement({
            actions: [
              'logs:CreateLogDelivery',
              'logs:GetLogDelivery',
              'logs:UpdateLogDelivery',
              'logs:DeleteLogDelivery',
              'logs:ListLogDeliveries',
              'logs:PutResourcePolicy',
              'logs:DescribeResourcePolicies',
              'logs:DescribeLogGroups',
            ],
            resources: ['*'],
          }),
        ],
      }),
    },
  })
  const log = new LogGroup(stack, 'MachineLog', {
    logGroupName: machineLog,
    retention: logRetention(stack),
  })
  for (const { name, definition } of machines) {
    new CfnStateMachine(stack, name, {
      stateMachineName: `${machinePrefix}${name}`,
      stateMachineType: 'STANDARD',
      definitionString: JSON.stringify(definition(arns)),
      roleArn: role.roleArn,
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    })
  }
}
