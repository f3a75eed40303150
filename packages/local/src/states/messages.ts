import { errorDetails, NOT_TRUNCATED } from './history.ts'
import { begin, drive, enter } from './interpreter.ts'
import type { Outcome } from './outcome.ts'
import type { Step } from './step.ts'
import { type Settled, settleRequest, settleTask, timeOutTask } from './task.ts'
import { taskTimedOut } from './task-tokens.ts'
import { dueAt, type TaskWaiting, type Thread, walk } from './thread.ts'

/** Everything that can move an execution on. Messages of one execution are handled one after another. */
export type Message =
  | { kind: 'start' }
  /** Some time it waited for has come. */
  | { kind: 'due' }
  /** A request was answered; `task` is the id of the task's scheduled event. */
  | { kind: 'answered'; task: number; settled: Settled }
  /** The nested execution of a task has ended. */
  | { kind: 'nested'; task: number; settled: Settled }
  | { kind: 'token'; token: string; settled: Settled }
  | { kind: 'heartbeat'; token: string }
  | { kind: 'stop'; error?: string; cause?: string }

/** Applies a message to an execution. Throws `ApiError` when a token's task is over. */
export async function handle(step: Step, message: Message): Promise<void> {
  switch (message.kind) {
    case 'start':
      return await start(step)
    case 'due':
      return await fireDue(step)
    case 'answered':
      return await settle(
        step,
        waitingTask(step, ({ id, submitted }) => id === message.task && !submitted),
        (thread, waiting) => settleRequest(step, thread, waiting, message.settled),
      )
    case 'nested':
      return await settle(
        step,
        waitingTask(step, ({ id, submitted }) => id === message.task && submitted),
        async (thread) => settleTask(step, thread, message.settled),
      )
    case 'token': {
      const found = waitingTask(step, ({ token }) => token === message.token)
      if (!found) throw taskTimedOut()
      return await settle(step, found, async (thread) => settleTask(step, thread, message.settled))
    }
    case 'heartbeat': {
      const found = waitingTask(step, ({ token }) => token === message.token)
      if (!found) throw taskTimedOut()
      const { waiting } = found
      if (waiting.heartbeatSeconds !== undefined) waiting.heartbeatAt = step.now + waiting.heartbeatSeconds * 1000
      return
    }
    case 'stop': {
      const { error, cause } = message
      return step.end({ status: 'ABORTED', error, cause }, 'ExecutionAborted', errorDetails(error, cause))
    }
  }
}

/** When the execution next has something due: a wait, a retry, a task's limit or its own. */
export function nextDue(step: Step['execution']): number | undefined {
  const times = [...walk(step.root)].map(({ thread }) => dueAt(thread, step.timeRequests))
  const known = [deadline(step), ...times].filter((at) => at !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

async function start(step: Step): Promise<void> {
  const { root, input, roleArn } = step.execution
  const details = { input: JSON.stringify(input), inputDetails: NOT_TRUNCATED, roleArn }
  step.record(0, 'ExecutionStarted', details)
  await drive(step, root, () => enter(step, root))
}

async function fireDue(step: Step): Promise<void> {
  while (!step.ending) {
    const limit = deadline(step.execution)
    const due = [...walk(step.execution.root)]
      .map(({ thread }) => ({ thread, at: dueAt(thread, step.execution.timeRequests) ?? Number.POSITIVE_INFINITY }))
      .sort((a, b) => a.at - b.at)[0]
    if (limit !== undefined && limit <= step.now && limit <= (due?.at ?? limit)) {
      step.end({ status: 'TIMED_OUT', error: 'States.Timeout' }, 'ExecutionTimedOut', { error: 'States.Timeout' })
    } else if (due && due.at <= step.now) {
      await drive(step, due.thread, () => resume(step, due.thread))
    } else {
      return
    }
  }
}

async function resume(step: Step, thread: Thread): Promise<Outcome> {
  const { waiting } = thread
  if (waiting?.kind === 'task') return timeOutTask(step, thread, waiting)
  thread.waiting = undefined
  return waiting?.kind === 'timer' && waiting.purpose === 'retry' ? await begin(step, thread) : { kind: 'done' }
}

/** End of the machine's own TimeoutSeconds. */
function deadline({ machine, startedAt }: Step['execution']): number | undefined {
  return machine.TimeoutSeconds === undefined ? undefined : startedAt + machine.TimeoutSeconds * 1000
}

type WaitingTask = { thread: Thread; waiting: TaskWaiting }

function waitingTask(step: Step, matches: (waiting: TaskWaiting) => boolean): WaitingTask | undefined {
  for (const { thread } of walk(step.execution.root)) {
    if (thread.waiting?.kind === 'task' && matches(thread.waiting)) return { thread, waiting: thread.waiting }
  }
  return undefined
}

/** Answers to a task that is over meanwhile (timed out, aborted, resolved by its token) change nothing. */
async function settle(
  step: Step,
  found: WaitingTask | undefined,
  work: (thread: Thread, waiting: TaskWaiting) => Promise<Outcome>,
): Promise<void> {
  if (found) await drive(step, found.thread, () => work(found.thread, found.waiting))
}
