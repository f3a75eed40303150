import type { ScopePath } from './definition.ts'
import type { Json, JsonObject } from './json.ts'

/**
 * One line of states being run: the execution itself, a branch of a Parallel state or one item of a Map state. The tree
 * of threads is all an execution needs to go on after a restart, so it holds JSON only; it is saved with every step.
 */
export interface Thread {
  /** Where its states stand in the definition. */
  path: ScopePath
  state: string
  /** The state's raw input. */
  input: Json
  /** What its own states assigned; outer variables are read through the ancestors. */
  variables: JsonObject
  entered: { id: number; at: number; previous: number }
  /** The event that the thread's next event follows. */
  last: number
  /** Retries used, by retrier of the present state. */
  retries: number[]
  /** The position and value of a Map state's item. */
  item?: { Index: number; Value: Json }
  waiting?: Waiting
}

type Waiting = TimerWaiting | TaskWaiting | BranchesWaiting

/** Until `at` (epoch milliseconds): the Wait state, or the pause before a retry. */
interface TimerWaiting {
  kind: 'timer'
  purpose: 'wait' | 'retry'
  at: number
}

/** A task's result. */
export interface TaskWaiting {
  kind: 'task'
  /** Event id of its `…Scheduled` event: names this attempt within the execution. */
  id: number
  resource: string
  arguments: Json
  token?: string
  /** True once the request was accepted and the result comes later: by token, or from a nested execution. */
  submitted: boolean
  /** The nested execution whose end is waited for. */
  child?: string
  timeoutAt?: number
  heartbeatSeconds?: number
  heartbeatAt?: number
}

/** The branches of a Parallel state or the items of a Map state. */
export interface BranchesWaiting {
  kind: 'branches'
  /** By branch or item number; `null` when not started or no longer running. */
  threads: (Thread | null)[]
  results: Json[]
  finished: number
  failed: number
  /** Map only: its items; those from `next` on have not been started. */
  items?: Json[]
  next?: number
  tolerated?: Tolerance
  concurrency?: number
}

/** How many failed items a Map state bears. */
export interface Tolerance {
  count?: number
  percentage?: number
}

/** The thread and everything under it, outer ones first. */
export function* walk(thread: Thread, ancestors: Thread[] = []): Generator<{ thread: Thread; ancestors: Thread[] }> {
  yield { thread, ancestors }
  if (thread.waiting?.kind !== 'branches') return
  for (const child of thread.waiting.threads) {
    if (child) yield* walk(child, [...ancestors, thread])
  }
}

/**
 * When something is due for this thread itself, or `undefined`. Without `timeRequests`, a task's limits count only once its
 * request was answered.
 */
export function dueAt(thread: Thread, timeRequests: boolean): number | undefined {
  const { waiting } = thread
  if (waiting?.kind === 'timer') return waiting.at
  if (waiting?.kind !== 'task' || !(waiting.submitted || timeRequests)) return undefined
  const limits = [waiting.timeoutAt, waiting.heartbeatAt].filter((at) => at !== undefined)
  return limits.length === 0 ? undefined : Math.min(...limits)
}
