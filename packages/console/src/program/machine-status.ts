import type { executionView, historyView } from '@pilotgate/contracts/program/execution-views'
import type { z } from 'zod'

export type Execution = z.output<typeof executionView>
export type HistoryEvent = z.output<typeof historyView>['items'][number]

/**
 * How a visit of a state ended, or that it lasts: `caught` – an error that the machine knows how to go on from (nobody answered in
 * time, the program was paused); `stopped` – the execution was ended from outside meanwhile.
 */
export type VisitStatus = 'done' | 'running' | 'caught' | 'failed' | 'stopped'
export type StateStatus = VisitStatus | 'not reached'

/** One stay of the execution in a state; ISO instants. */
export type Visit = { status: VisitStatus; enteredAt: string; leftAt?: string; error?: string; cause?: string }

/** A state with all stays in it, oldest first; its status is that of the last. */
export type StateProgress = { name: string; status: StateStatus; visits: Visit[] }

const entered = /StateEntered$/
const exited = /StateExited$/
/** The work of a state failed; it is tried again, caught, or ends the execution. */
const faulty = /^(?:Task|LambdaFunction|Activity|MapRun)(?:Failed|TimedOut|StartFailed|SubmitFailed|ScheduleFailed)$/
const succeeded = /^(?:Task|LambdaFunction|Activity|MapRun)Succeeded$/

const endings: Record<Execution['status'], VisitStatus> = {
  RUNNING: 'running',
  SUCCEEDED: 'done',
  FAILED: 'failed',
  TIMED_OUT: 'failed',
  ABORTED: 'stopped',
}

/**
 * What became of every state, from the history of the execution (Step Functions' events in any order). Events between entering
 * and leaving name no state: they belong to the state entered last that has not been left.
 */
export const stateProgress = (
  { status, stoppedAt, states }: Pick<Execution, 'status' | 'stoppedAt' | 'states'>,
  history: HistoryEvent[],
): StateProgress[] => {
  const visits = new Map<string, Visit[]>()
  const open: { name: string; visit: Visit }[] = []
  for (const event of history.toSorted((a, b) => a.id - b.id)) {
    const { type, state, at, error, cause } = event
    if (state !== undefined && entered.test(type)) {
      const visit: Visit = { status: 'running', enteredAt: at }
      visits.set(state, [...(visits.get(state) ?? []), visit])
      open.push({ name: state, visit })
      continue
    }
    if (state !== undefined && exited.test(type)) {
      const index = open.findLastIndex(({ name }) => name === state)
      const [left] = index < 0 ? [] : open.splice(index, 1)
      if (left) Object.assign(left.visit, { leftAt: at, status: left.visit.error === undefined ? 'done' : 'caught' })
      continue
    }
    const last = open.at(-1)?.visit
    if (last && faulty.test(type)) Object.assign(last, { error: error ?? type, cause })
    if (last && succeeded.test(type)) Object.assign(last, { error: undefined, cause: undefined })
    if (type === 'ExecutionFailed' || type === 'ExecutionTimedOut') {
      for (const { visit } of open) Object.assign(visit, { error: error ?? visit.error, cause: cause ?? visit.cause })
    }
  }
  if (status !== 'RUNNING') {
    for (const { visit } of open) Object.assign(visit, { status: endings[status], leftAt: stoppedAt })
  }
  return states.map(({ name }) => {
    const stays = visits.get(name) ?? []
    return { name, status: stays.at(-1)?.status ?? 'not reached', visits: stays }
  })
}

/** Where the execution is: the state it stays in, or the one it ended in. */
export const currentState = (progress: StateProgress[]): StateProgress | undefined =>
  progress.find(({ status }) => status === 'running' || status === 'failed' || status === 'stopped') ??
  progress
    .filter(({ visits }) => visits.length > 0)
    .toSorted((a, b) => a.visits.at(-1)!.enteredAt.localeCompare(b.visits.at(-1)!.enteredAt))
    .at(-1)
