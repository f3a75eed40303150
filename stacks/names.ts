import { latestView, sessionsTable } from '@pilotgate/aws/warehouse-table'
import type { FunctionName } from '@pilotgate/contracts/functions'
import type { QueueEntry } from '@pilotgate/workflows/queues'
import { ArnFormat } from 'aws-cdk-lib'
import type { Stack } from 'sst/constructs'

export const isProduction = (stack: Stack) => stack.stage === 'production'

/**
 * The physical names of what stacks tell each other about. A name is known before the thing is made, so functions may know
 * the machines that call them without the two stacks depending on each other.
 */
export const names = (stack: Stack) => {
  const prefix = `pilotgate-${stack.stage}`
  const inRegion = (service: string, resource: string, resourceName: string) =>
    stack.formatArn({ service, resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME })
  const functionName = (name: FunctionName) => `${prefix}-${name.replace('/', '-')}`
  const machineRole = `${prefix}-machines-${stack.region}`
  const machineLog = `/aws/vendedlogs/states/${prefix}`
  const streamFailures = `${prefix}-stream-failures`
  const missedSchedules = `${prefix}-missed-schedules`
  const lostReplies = `${prefix}-lost-replies`
  // AWS tells queues that keep an order by the end of their names.
  const queueName = ({ name, fifo }: QueueEntry, part = '') => `${prefix}-${name}${part}${fifo ? '.fifo' : ''}`
  // Names in the Glue catalogue hold no hyphens.
  const warehouseDatabase = prefix.replaceAll('-', '_').toLowerCase()
  return {
    prefix,
    functionName,
    functionArn: (name: FunctionName) => inRegion('lambda', 'function', functionName(name)),
    /** Machine names start with this, also those made later for copies of a template. */
    machinePrefix: `${prefix}-`,
    machineArns: inRegion('states', 'stateMachine', `${prefix}-*`),
    executionArns: inRegion('states', 'execution', `${prefix}-*:*`),
    /** Roles are global: the region keeps two deployments of one stage apart. */
    machineRole,
    machineRoleArn: stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: machineRole }),
    /** Log groups under this path share one resource policy, whose size AWS limits. */
    machineLog,
    machineLogArn: `${inRegion('logs', 'log-group', machineLog)}:*`,
    streamFailures,
    streamFailuresArn: stack.formatArn({ service: 'sqs', resource: streamFailures }),
    missedSchedules,
    lostReplies,
    lostRepliesArn: stack.formatArn({ service: 'sqs', resource: lostReplies }),
    queueName: (entry: QueueEntry) => queueName(entry),
    queueFailures: (entry: QueueEntry) => queueName(entry, '-failures'),
    queueArn: (entry: QueueEntry) => stack.formatArn({ service: 'sqs', resource: queueName(entry) }),
    queueUrl: (entry: QueueEntry) =>
      `https://sqs.${stack.region}.${stack.urlSuffix}/${stack.account}/${queueName(entry)}`,
    sessionStreamName: `${prefix}-sessions`,
    warehouseDatabase,
    /** What the catalogue asks permission for to read the warehouse's tables. */
    glueArns: [
      'catalog',
      `database/${warehouseDatabase}`,
      ...[sessionsTable, latestView].map((table) => `table/${warehouseDatabase}/${table}`),
    ].map((resource) => stack.formatArn({ service: 'glue', resource })),
    missedSchedulesArn: stack.formatArn({ service: 'sqs', resource: missedSchedules }),
  }
}
