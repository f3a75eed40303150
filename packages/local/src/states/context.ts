import type { Json, JsonObject } from './json.ts'
import type { Thread } from './thread.ts'

/** What stays the same through an execution. Times are epoch milliseconds. */
export interface ExecutionIdentity {
  arn: string
  name: string
  input: Json
  roleArn: string
  startedAt: number
  machineArn: string
  machineName: string
}

/** The Context object (developer guide, "Accessing execution data from the Context object"): `$states.context`, or `$$` in JSONPath. */
export function contextObject(
  execution: ExecutionIdentity,
  thread: Thread,
  item?: Thread['item'],
  token?: string,
): JsonObject {
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: execution.input,
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: {
      Name: thread.state,
      EnteredTime: new Date(thread.entered.at).toISOString(),
      RetryCount: thread.retries.reduce((sum, used) => sum + used, 0),
    },
  }
  if (item) context.Map = { Item: { Index: item.Index, Value: item.Value } }
  if (token !== undefined) context.Task = { Token: token }
  return context
}
