import { DomainError } from '@pilotgate/core/errors'
import type { ExecutionSummary, HistoryEntry, Workflows } from '@pilotgate/core/ports'

type State = { Type: string; Resource?: string; Next?: string; Error?: string; Cause?: string }
type Machine = { StartAt: string; States: Record<string, State> }
type Execution = { summary: ExecutionSummary; machine: Machine; at: string; token: string; history: HistoryEntry[] }

const account = 'arn:aws:states:eu-central-1:000000000000'
const time = '2027-01-04T08:00:00.000Z'

/** `Workflows` in memory; `tokenOf` gives the token of the step an execution waits in. */
export type FakeWorkflows = Workflows & {
  tokenOf(executionArn: string): string | undefined
  executions(): ExecutionSummary[]
}

/**
 * Walks through states that need nobody (Pass, Succeed, Fail) and stops in any other until it is answered. Choices, errors of
 * tasks, parallel branches and time are for the engine in packages/local, not for this.
 */
export const fakeWorkflows = (): FakeWorkflows => {
  const machines = new Map<string, Machine>()
  const executions = new Map<string, Execution>()

  const record = ({ history }: Execution, type: string, more: Partial<HistoryEntry> = {}): void => {
    const entry = { id: history.length + 1, at: time, type, state: undefined, error: undefined, cause: undefined }
    history.push({ ...entry, ...more })
  }

  const end = (
    execution: Execution,
    status: ExecutionSummary['status'],
    type: string,
    more: Partial<HistoryEntry> = {},
  ) => {
    execution.summary = { ...execution.summary, status, stoppedAt: time }
    execution.token = ''
    record(execution, type, more)
  }

  const leave = (execution: Execution): void => {
    const { Type, Next } = execution.machine.States[execution.at]!
    record(execution, `${Type}StateExited`, { state: execution.at })
    if (Next === undefined) end(execution, 'SUCCEEDED', 'ExecutionSucceeded')
    else enter(execution, Next)
  }

  const enter = (execution: Execution, name: string): void => {
    const { Type, Error: error, Cause: cause } = execution.machine.States[name]!
    execution.at = name
    record(execution, `${Type}StateEntered`, { state: name })
    if (Type === 'Pass' || Type === 'Succeed') leave(execution)
    else if (Type === 'Fail') end(execution, 'FAILED', 'ExecutionFailed', { error, cause })
    else execution.token = `token-${execution.summary.name}-${execution.history.length}`
  }

  return {
    async ensureMachine(name, definition) {
      const arn = `${account}:stateMachine:${name}`
      machines.set(arn, JSON.parse(definition))
      return arn
    },
    async start(machineArn, name) {
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`
      if (executions.has(executionArn)) return executionArn
      const machine = machines.get(machineArn)
      if (!machine) throw new Error(`There is no state machine ${machineArn}`)
      const summary = {
        executionArn,
        machineArn,
        name,
        status: 'RUNNING' as const,
        startedAt: time,
        stoppedAt: undefined,
      }
      const execution: Execution = { summary, machine, at: '', token: '', history: [] }
      executions.set(executionArn, execution)
      record(execution, 'ExecutionStarted')
      enter(execution, machine.StartAt)
      return executionArn
    },
    async answer(token) {
      const waiting = [...executions.values()].find((execution) => token !== '' && execution.token === token)
      if (!waiting) return
      waiting.token = ''
      leave(waiting)
    },
    async stop(executionArn, reason) {
      const execution = executions.get(executionArn)
      if (execution?.summary.status !== 'RUNNING') return
      end(execution, 'ABORTED', 'ExecutionAborted', { error: 'ProgramStopped', cause: reason })
    },
    async describe(executionArn) {
      return executions.get(executionArn)?.summary
    },
    async history(executionArn, { limit = 100, cursor = '0' } = {}) {
      const found = executions.get(executionArn)
      if (!found) throw new DomainError('NotFound', 'There is no such execution.')
      const after = Number(cursor)
      if (!Number.isInteger(after)) throw new DomainError('InvalidInput', 'The cursor does not belong to this history.')
      const items = found.history.slice(after, after + limit)
      return { items, cursor: after + limit < found.history.length ? String(after + limit) : undefined }
    },
    tokenOf: (executionArn) => executions.get(executionArn)?.token || undefined,
    executions: () => [...executions.values()].map(({ summary }) => summary),
  }
}
