import type { Alarm, Clock } from '../clock.ts'
import type { Activity } from './activity.ts'
import { ApiError } from './errors.ts'
import type { ExecutionRow, SavedStep } from './history-store.ts'
import { handle, type Message, nextDue } from './messages.ts'
import { loadRunning } from './running.ts'
import { type Running, Step } from './step.ts'
import type { StateStore } from './store.ts'
import type { Settled } from './task.ts'
import { taskTimedOut } from './task-tokens.ts'
import { type TaskWaiting, walk } from './thread.ts'

/** Makes a task's request; `task` names the attempt within the execution. Never rejects. */
export type Request = (execution: Running, task: TaskWaiting) => Promise<Settled>

interface RunnerOptions {
  clock: Clock
  store: StateStore
  region: string
  timeRequests: boolean
  activity: Activity
  request: Request
  /** How a nested execution has ended, or `undefined` while it runs. */
  nestedResult(task: TaskWaiting): Settled | undefined
  /** Told of every execution that ended, after it was saved. */
  ended(row: ExecutionRow): void
}

interface Runner {
  /** Handles a message after those before it; resolves when its effects are saved. Rejects with `ApiError`, or when they could not be saved. */
  post(arn: string, message: Message): Promise<void>
  /** Like `post`, for what nobody waits for. A failure to save ends the process: started again, it goes on from the store. */
  send(arn: string, message: Message): void
  /** Takes up an execution after a restart: its timers, its unanswered requests, its nested executions. */
  resume(arn: string): void
  close(): void
}

interface Actor {
  id: number
  running: Running
  alarm?: Alarm
  /** Requests under way, by task id. */
  requested: Set<number>
}

/** Runs executions: one message at a time each, one transaction a message, and only then what the message asks of others. */
export function createRunner(options: RunnerOptions): Runner {
  const { clock, store, activity } = options
  const actors = new Map<string, Actor>()
  const queues = new Map<string, Promise<unknown>>()
  let closed = false

  const actorOf = (arn: string): Actor | undefined => {
    const known = actors.get(arn)
    if (known) return known
    const row = store.executions.find(arn)
    if (row?.status !== 'RUNNING') return undefined
    const actor = { id: row.id, running: loadRunning(store, row, options), requested: new Set<number>() }
    actors.set(arn, actor)
    return actor
  }
  const forget = (arn: string): void => {
    actors.get(arn)?.alarm?.cancel()
    actors.delete(arn)
  }

  /** Runs `work` after what was queued for the execution before. */
  const inTurn = <T>(arn: string, work: () => Promise<T>): Promise<T> =>
    activity.during(async () => {
      const before = queues.get(arn) ?? Promise.resolve()
      const turn = before.then(work, work)
      queues.set(arn, turn)
      try {
        return await turn
      } finally {
        if (queues.get(arn) === turn) queues.delete(arn)
      }
    })

  const process = async (arn: string, message: Message, now: number): Promise<void> => {
    if (closed) throw new Error('The engine is closed.')
    const actor = actorOf(arn)
    if (!actor) {
      if (message.kind === 'token' || message.kind === 'heartbeat') throw taskTimedOut()
      return
    }
    const step = await applied(actor, message, now)
    try {
      store.executions.save(saved(actor, step))
    } catch (error) {
      // The store still has the last whole step, and what is in memory is ahead of it.
      forget(arn)
      throw error
    }
    if (step.ending) finish(arn)
    else follow(actor)
  }

  /** An error that no rule of the language foresees ends the execution rather than leaving it stuck. */
  const applied = async (actor: Actor, message: Message, now: number): Promise<Step> => {
    // Cheap: a tree of threads is a few kilobytes, and the definition is shared.
    const { machine, ...rest } = actor.running
    const before = JSON.stringify(rest)
    const step = new Step(actor.running, now)
    try {
      await handle(step, message)
      return step
    } catch (error) {
      if (error instanceof ApiError) throw error
      actor.running = { ...JSON.parse(before), machine }
      const failed = new Step(actor.running, now)
      const cause = `An unexpected error occurred in the local engine: ${error instanceof Error ? error.stack : error}`
      const details = { error: 'States.Runtime', cause }
      failed.end({ status: 'FAILED', ...details }, 'ExecutionFailed', details)
      return failed
    }
  }

  const finish = (arn: string): void => {
    forget(arn)
    const row = store.executions.find(arn)
    if (row) options.ended(row)
  }

  /** What the saved state asks for: the next alarm and the requests not made yet. */
  const follow = (actor: Actor): void => {
    const { running } = actor
    const due = nextDue(running)
    actor.alarm?.cancel()
    if (due !== undefined && due <= clock.now()) wake(running.arn)
    else actor.alarm = due === undefined ? undefined : clock.alarm(due, () => wake(running.arn))
    for (const { thread } of walk(running.root)) {
      if (thread.waiting?.kind === 'task') ask(actor, thread.waiting)
    }
  }

  const ask = (actor: Actor, task: TaskWaiting): void => {
    const { running, requested } = actor
    if (task.submitted) {
      const settled = options.nestedResult(task)
      if (settled) background(() => post(running.arn, { kind: 'nested', task: task.id, settled }))
      return
    }
    if (requested.has(task.id)) return
    requested.add(task.id)
    background(async () => {
      const settled = await options.request(running, task)
      await post(running.arn, { kind: 'answered', task: task.id, settled })
    })
  }

  /** Work nobody waits for. Its failure is the store's; once closed it does not matter. */
  const background = (work: () => Promise<void>): void => {
    activity.during(work).catch((error: unknown) => {
      if (!closed) queueMicrotask(() => Promise.reject(error))
    })
  }
  const wake = (arn: string): void => background(() => post(arn, { kind: 'due' }))

  const post = (arn: string, message: Message): Promise<void> => {
    // A message's time is that of its arrival, wherever the clock stands when its turn comes.
    const now = clock.now()
    return inTurn(arn, () => process(arn, message, now))
  }

  const resume = async (arn: string): Promise<void> => {
    const actor = closed ? undefined : actorOf(arn)
    if (actor) follow(actor)
  }

  return {
    post,
    send: (arn, message) => background(() => post(arn, message)),
    resume: (arn) => background(() => inTurn(arn, () => resume(arn))),
    close() {
      closed = true
      for (const arn of [...actors.keys()]) forget(arn)
    },
  }
}

function saved(actor: Actor, step: Step): SavedStep {
  return {
    execution: actor.id,
    events: step.events,
    cursor: JSON.stringify(actor.running.root),
    nextEvent: actor.running.nextEventId,
    openedTokens: step.openedTokens,
    closedTokens: step.closedTokens,
    ending: step.ending && { ...step.ending, at: step.now },
  }
}
