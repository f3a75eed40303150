import { createHash, randomUUID } from 'node:crypto'
import { ApiError } from './errors.ts'
import type { ExecutionRow } from './history-store.ts'
import { httpMetadata } from './invoke-lambda.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { Resource } from './resources.ts'
import type { Settled } from './task.ts'

export interface NestedStart {
  stateMachineArn: string
  name: string
  input: string
  /** `EXECUTION_ARN#TASK_EVENT_ID` of the task that starts it. */
  parent: string
}

/** `states:startExecution`: starts an execution of another machine (developer guide, "Start a new state machine from a running one"). */
export async function startNested(
  start: (nested: NestedStart) => ExecutionRow,
  taskInput: Json,
  parent: string,
  now: number,
): Promise<Settled> {
  if (!isObject(taskInput) || typeof taskInput.StateMachineArn !== 'string') {
    return { failure: { error: 'States.Runtime', cause: "The field 'StateMachineArn' is required but was missing" } }
  }
  const { StateMachineArn: stateMachineArn, Input = {}, Name } = taskInput
  const input = typeof Input === 'string' ? Input : JSON.stringify(Input)
  try {
    const row = start({ stateMachineArn, name: typeof Name === 'string' ? Name : nameFor(parent), input, parent })
    return { output: response(row, now), child: row.arn }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { failure: { error: `StepFunctions.${error.code}Exception`, cause: error.message } }
  }
}

/** The nested execution's end as the waiting task's result. */
export function nestedSettled(row: ExecutionRow, resource: Resource): Settled | undefined {
  if (row.status === 'RUNNING') return undefined
  const description = describe(row, resource.parsedOutput)
  if (row.status === 'SUCCEEDED') return { output: description }
  return { failure: { error: 'States.TaskFailed', cause: JSON.stringify(description) } }
}

/** A name made from the task, so that a request repeated after a crash starts nothing twice. */
function nameFor(parent: string): string {
  const hex = createHash('sha256').update(parent).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function response(row: ExecutionRow, now: number): JsonObject {
  const requestId = randomUUID()
  const headers = {
    'x-amzn-RequestId': requestId,
    connection: 'keep-alive',
    'Content-Length': String(row.arn.length + 58),
    Date: new Date(now).toUTCString(),
    'Content-Type': 'application/x-amz-json-1.0',
  }
  return {
    ExecutionArn: row.arn,
    SdkHttpMetadata: httpMetadata(headers),
    SdkResponseMetadata: { RequestId: requestId },
    StartDate: row.startedAt,
  }
}

function describe(row: ExecutionRow, parsed: boolean): JsonObject {
  const text = (value: string): Json => (parsed ? JSON.parse(value) : value)
  return {
    ...(row.cause === null ? {} : { Cause: row.cause }),
    ...(row.error === null ? {} : { Error: row.error }),
    ExecutionArn: row.arn,
    Input: text(row.input),
    InputDetails: { Included: true },
    Name: row.name,
    ...(row.output === null ? {} : { Output: text(row.output), OutputDetails: { Included: true } }),
    StartDate: row.startedAt,
    StateMachineArn: row.machineArn,
    Status: row.status,
    StopDate: row.stoppedAt,
  }
}
