import { StateError } from './errors.ts'
import { type Json, jsonBytes, PAYLOAD_LIMIT } from './json.ts'
import { type Begin, type Outcome, WAITING } from './outcome.ts'
import { parseResource, type Resource } from './resources.ts'
import type { Step } from './step.ts'
import { recordFailed, recordScheduled, recordSubmitted, recordSucceeded, recordTimedOut } from './task-events.ts'
import { newTaskToken } from './task-tokens.ts'
import type { TaskWaiting, Thread } from './thread.ts'

/** Default TimeoutSeconds of a task (ASL specification, "Task State"). */
const DEFAULT_TIMEOUT = 99_999_999

/** What an integration gives back. */
export type Settled = { output: Json; child?: string } | { failure: { error?: string; cause?: string } }

/**
 * Task: records the request and waits. The request itself is made once the step is saved, and made again after a crash, so
 * a function may be called more than once for one `TaskScheduled` (ASL specification, "Task State").
 */
export const beginTask: Begin = async (step, thread) => {
  const resource = resourceOf(step, thread)
  const language = step.language(thread)
  const token = resource.pattern === 'token' ? newTaskToken() : undefined
  const view = step.view(thread, { token })
  const taskInput = await language.taskInput(view)
  const timeout = (await language.value(view, 'TimeoutSeconds', 'number')) as number | undefined
  const heartbeat = (await language.value(view, 'HeartbeatSeconds', 'number')) as number | undefined
  checkSize(resource, taskInput)
  const id = recordScheduled(step, thread, resource, { taskInput, timeout, heartbeat })
  const waiting: TaskWaiting = {
    kind: 'task',
    id,
    resource: resource.arn,
    arguments: taskInput,
    submitted: false,
    timeoutAt: step.now + (timeout ?? DEFAULT_TIMEOUT) * 1000,
  }
  if (token !== undefined) {
    waiting.token = token
    step.openedTokens.push(token)
  }
  if (heartbeat !== undefined) {
    waiting.heartbeatSeconds = heartbeat
    waiting.heartbeatAt = step.now + heartbeat * 1000
  }
  thread.waiting = waiting
  return WAITING
}

/** The request was answered. */
export async function settleRequest(
  step: Step,
  thread: Thread,
  waiting: TaskWaiting,
  settled: Settled,
): Promise<Outcome> {
  const resource = resourceOf(step, thread)
  if ('failure' in settled || resource.pattern === 'response') return settleTask(step, thread, settled)
  if (tooLarge(settled.output)) return failTask(step, thread, resource, ...tooLargeFailure(resource))
  waiting.submitted = true
  if (settled.child !== undefined) waiting.child = settled.child
  recordSubmitted(step, thread, resource, settled.output)
  return WAITING
}

/** The task itself is over: its result has come with the response, by token, or from the nested execution. */
export function settleTask(step: Step, thread: Thread, settled: Settled): Outcome {
  const resource = resourceOf(step, thread)
  if ('failure' in settled) return failTask(step, thread, resource, settled.failure.error, settled.failure.cause)
  if (tooLarge(settled.output)) return failTask(step, thread, resource, ...tooLargeFailure(resource))
  step.closeToken(thread)
  recordSucceeded(step, thread, resource, settled.output)
  return { kind: 'done', result: settled.output }
}

/**
 * TimeoutSeconds or HeartbeatSeconds have run out. Both are recorded as `States.Timeout`, as the service does; a missed
 * heartbeat also matches `States.HeartbeatTimeout`.
 */
export function timeOutTask(step: Step, thread: Thread, waiting: TaskWaiting): Outcome {
  const heartbeat =
    waiting.heartbeatAt !== undefined && waiting.heartbeatAt < (waiting.timeoutAt ?? Number.POSITIVE_INFINITY)
  step.closeToken(thread)
  recordTimedOut(step, thread, resourceOf(step, thread))
  const alias = heartbeat ? 'States.HeartbeatTimeout' : undefined
  return { kind: 'failed', failure: new StateError('States.Timeout', undefined, alias) }
}

function failTask(step: Step, thread: Thread, resource: Resource, error?: string, cause?: string): Outcome {
  step.closeToken(thread)
  recordFailed(step, thread, resource, error, cause)
  return { kind: 'failed', failure: new StateError(error, cause) }
}

function resourceOf(step: Step, thread: Thread): Resource {
  const arn = String(step.state(thread).Resource)
  const resource = parseResource(arn)
  if (!resource) throw new StateError('States.Runtime', `The resource '${arn}' is not supported.`)
  return resource
}

function tooLarge(value: Json): boolean {
  return jsonBytes(value) > PAYLOAD_LIMIT
}

function tooLargeFailure(resource: Resource): [string, string] {
  const what = 'returned a result with a size exceeding the maximum number of bytes service limit.'
  const name = resource.direct ? resource.arn : `${resource.resourceType}`
  return ['States.DataLimitExceeded', `The state/task '${name}' ${what}`]
}

function checkSize(resource: Resource, taskInput: Json): void {
  if (!tooLarge(taskInput)) return
  const what = 'was given an input with a size exceeding the maximum number of bytes service limit.'
  throw new StateError('States.DataLimitExceeded', `The state/task '${resource.arn}' ${what}`)
}
