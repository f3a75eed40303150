import { catcherFor, leaveByCatch } from './catch.ts'
import { beginChoice } from './choice.ts'
import type { StateType } from './definition.ts'
import { EvaluationError, HistoryFull, StateError } from './errors.ts'
import { beginFail } from './fail.ts'
import { errorDetails, NOT_TRUNCATED } from './history.ts'
import { type Json, type JsonObject, jsonBytes, PAYLOAD_LIMIT } from './json.ts'
import { beginMap, mapItemFailed, mapItemFinished } from './map.ts'
import type { Begin, Outcome } from './outcome.ts'
import { beginParallel, parallelBranchFailed, parallelBranchFinished } from './parallel.ts'
import { beginPass } from './pass.ts'
import type { Left } from './query-language.ts'
import { retryAt } from './retry.ts'
import type { Step } from './step.ts'
import { beginSucceed } from './succeed.ts'
import { beginTask } from './task.ts'
import type { Thread } from './thread.ts'
import { beginWait } from './wait.ts'

const BEGIN: Record<StateType, Begin> = {
  Pass: beginPass,
  Task: beginTask,
  Wait: beginWait,
  Choice: beginChoice,
  Parallel: beginParallel,
  Map: beginMap,
  Succeed: beginSucceed,
  Fail: beginFail,
}

type Work = () => Promise<Outcome>
/** The next thing to do: a piece of work in one thread. */
type Turn = { thread: Thread; work: Work }

/** Does `work` in a thread and everything that follows from it, in every thread, until all of them wait or are over. */
export async function drive(step: Step, thread: Thread, work: Work): Promise<void> {
  try {
    await chain(step, { thread, work })
    for (let next = step.runnable.shift(); next; next = step.runnable.shift()) {
      const child = next
      if (step.alive(child)) await chain(step, { thread: child, work: () => enter(step, child) })
    }
  } catch (error) {
    if (!(error instanceof HistoryFull)) throw error
    endFailed(step, error)
  }
}

/** Enters the thread's present state: records the entry and begins its work. */
export async function enter(step: Step, thread: Thread): Promise<Outcome> {
  const { Type } = step.state(thread)
  thread.retries = []
  thread.entered = { id: step.execution.nextEventId, at: step.now, previous: thread.last }
  const details = { name: thread.state, input: JSON.stringify(thread.input), inputDetails: NOT_TRUNCATED }
  step.emit(thread, `${Type}StateEntered`, details)
  return await begin(step, thread)
}

/** Begins the work of the present state, first or again. */
export async function begin(step: Step, thread: Thread): Promise<Outcome> {
  return await BEGIN[step.state(thread).Type](step, thread)
}

async function chain(step: Step, first: Turn): Promise<void> {
  let turn: Turn | undefined = first
  while (turn && !step.ending) turn = await follow(step, turn)
}

async function follow(step: Step, { thread, work }: Turn): Promise<Turn | undefined> {
  try {
    const outcome = await work()
    if (outcome.kind === 'waiting') return undefined
    if (outcome.kind === 'failed') return await recover(step, thread, outcome.failure)
    thread.waiting = undefined
    if (outcome.kind === 'left') return leave(step, thread, outcome.left, outcome.next)
    const state = step.state(thread)
    const exit = { fields: state, at: '', kind: 'state' as const, result: outcome.result }
    const left = await step.language(thread).leave(step.view(thread), exit)
    return leave(step, thread, left, state.Next)
  } catch (error) {
    if (!(error instanceof StateError) || error instanceof HistoryFull) throw error
    return await recover(step, thread, error)
  }
}

function leave(step: Step, thread: Thread, left: Left, next: string | undefined): Turn | undefined {
  const name = thread.state
  checkSize(name, left.output)
  const details: JsonObject = { name, output: JSON.stringify(left.output), outputDetails: NOT_TRUNCATED }
  const entries = Object.entries(left.assigned ?? {})
  if (entries.length > 0) {
    for (const [variable, value] of entries) checkSize(variable, value)
    details.assignedVariables = Object.fromEntries(entries.map(([key, value]) => [key, JSON.stringify(value)]))
    details.assignedVariablesDetails = NOT_TRUNCATED
    Object.assign(thread.variables, left.assigned)
  }
  step.emit(thread, `${step.state(thread).Type}StateExited`, details)
  if (next === undefined) return finish(step, thread, left.output)
  thread.state = next
  thread.input = left.output
  return { thread, work: () => enter(step, thread) }
}

function finish(step: Step, thread: Thread, output: Json): Turn | undefined {
  const parent = step.parent(thread)
  if (parent) {
    const finished = step.state(parent).Type === 'Map' ? mapItemFinished : parallelBranchFinished
    return { thread: parent, work: () => finished(step, parent, thread, output) }
  }
  const text = JSON.stringify(output)
  step.end({ status: 'SUCCEEDED', output: text }, 'ExecutionSucceeded', { output: text, outputDetails: NOT_TRUNCATED })
  return undefined
}

/** A failed state is retried, caught, or fails its branch or the execution. */
async function recover(step: Step, thread: Thread, failure: StateError): Promise<Turn | undefined> {
  thread.waiting = undefined
  if (failure instanceof EvaluationError) recordEvaluation(step, thread, failure)
  const at = retryAt(step, thread, failure)
  if (at !== undefined) {
    thread.waiting = { kind: 'timer', purpose: 'retry', at }
    return undefined
  }
  const { Type } = step.state(thread)
  if (Type === 'Map' || Type === 'Parallel') step.emit(thread, `${Type}StateFailed`)
  const found = catcherFor(step, thread, failure)
  if (!found) return fail(step, thread, failure)
  try {
    return leave(step, thread, await leaveByCatch(step, thread, failure, found), found.catcher.Next)
  } catch (error) {
    if (!(error instanceof StateError) || error instanceof HistoryFull) throw error
    // A catcher that fails itself is not caught again: that could go round for ever.
    if (error instanceof EvaluationError) recordEvaluation(step, thread, error)
    return fail(step, thread, error)
  }
}

function fail(step: Step, thread: Thread, failure: StateError): Turn | undefined {
  const parent = step.parent(thread)
  if (parent) {
    const failed = step.state(parent).Type === 'Map' ? mapItemFailed : parallelBranchFailed
    return { thread: parent, work: () => failed(step, parent, thread, failure) }
  }
  endFailed(step, failure)
  return undefined
}

function endFailed(step: Step, { error, reason: cause }: StateError): void {
  step.end({ status: 'FAILED', error, cause }, 'ExecutionFailed', errorDetails(error, cause))
}

function recordEvaluation(step: Step, thread: Thread, failure: EvaluationError): void {
  const details: JsonObject = { ...errorDetails(failure.error, failure.reason), state: thread.state }
  if (failure.location !== undefined) details.location = failure.location
  // The service evaluates in the same turn as it enters, so such a failure follows what came before the entry.
  const { entered } = thread
  if (thread.last === entered.id && !failure.afterEntry) thread.last = entered.previous
  step.emit(thread, 'EvaluationFailed', details)
}

function checkSize(name: string, value: Json): void {
  if (jsonBytes(value) <= PAYLOAD_LIMIT) return
  const cause = `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`
  throw new StateError('States.DataLimitExceeded', cause)
}
