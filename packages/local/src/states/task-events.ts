import { errorDetails, NOT_TRUNCATED } from './history.ts'
import type { Json, JsonObject } from './json.ts'
import type { Resource } from './resources.ts'
import type { Step } from './step.ts'
import type { Thread } from './thread.ts'

/** The events of a task: `LambdaFunction…` for a function's own ARN, `Task…` for a service integration. */

/** Records that the task was scheduled and started; gives the id of the first of the two events. */
export function recordScheduled(
  step: Step,
  thread: Thread,
  resource: Resource,
  request: { taskInput: Json; timeout: number | undefined; heartbeat: number | undefined },
): number {
  const limits: JsonObject = {}
  if (request.timeout !== undefined) limits.timeoutInSeconds = request.timeout
  if (request.heartbeat !== undefined && !resource.direct) limits.heartbeatInSeconds = request.heartbeat
  const text = JSON.stringify(request.taskInput)
  if (resource.direct) {
    const details = { input: text, inputDetails: NOT_TRUNCATED, resource: resource.arn, ...limits }
    const id = step.emit(thread, 'LambdaFunctionScheduled', details)
    step.emit(thread, 'LambdaFunctionStarted')
    return id
  }
  const details = { ...names(resource), region: step.execution.region, parameters: text, ...limits }
  const id = step.emit(thread, 'TaskScheduled', details)
  step.emit(thread, 'TaskStarted', names(resource))
  return id
}

export function recordSubmitted(step: Step, thread: Thread, resource: Resource, output: Json): void {
  step.emit(thread, 'TaskSubmitted', { ...names(resource), ...outputDetails(output) })
}

export function recordSucceeded(step: Step, thread: Thread, resource: Resource, output: Json): void {
  const details = resource.direct ? outputDetails(output) : { ...names(resource), ...outputDetails(output) }
  step.emit(thread, resource.direct ? 'LambdaFunctionSucceeded' : 'TaskSucceeded', details)
}

export function recordFailed(step: Step, thread: Thread, resource: Resource, error?: string, cause?: string): void {
  const details = resource.direct ? errorDetails(error, cause) : { ...names(resource), ...errorDetails(error, cause) }
  step.emit(thread, resource.direct ? 'LambdaFunctionFailed' : 'TaskFailed', details)
}

export function recordTimedOut(step: Step, thread: Thread, resource: Resource): void {
  const error = { error: 'States.Timeout' }
  if (resource.direct) step.emit(thread, 'LambdaFunctionTimedOut', error)
  else step.emit(thread, 'TaskTimedOut', { ...names(resource), ...error })
}

function names(resource: Resource): JsonObject {
  return { resource: resource.resource, resourceType: resource.resourceType }
}

function outputDetails(output: Json): JsonObject {
  return { output: JSON.stringify(output), outputDetails: NOT_TRUNCATED }
}
