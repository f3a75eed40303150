import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { LambdaInvoker } from '../lambda.ts'
import { activity } from './activity.ts'
import { checkExecutionArn, checkName, executionArn } from './arns.ts'
import { ApiError } from './errors.ts'
import type { HistoryEvent } from './history.ts'
import type { ExecutionRow } from './history-store.ts'
import { invokeDirectly, invokeFunction } from './invoke-lambda.ts'
import { type Json, PAYLOAD_LIMIT } from './json.ts'
import { parseResource, type Resource } from './resources.ts'
import { createRunner, type Request } from './runner.ts'
import { type NestedStart, nestedSettled, startNested } from './start-execution.ts'
import { type StateMachines, stateMachines } from './state-machines.ts'
import type { StateStore } from './store.ts'
import { invalidToken, taskDoesNotExist, taskTimedOut } from './task-tokens.ts'
import { parseJson } from './validation.ts'

export interface EngineOptions {
  clock: Clock
  store: StateStore
  invoke: LambdaInvoker
  /** Twelve digits. Default: '000000000000'. */
  accountId?: string
  /** Default: 'us-east-1'. */
  region?: string
  /**
   * Whether TimeoutSeconds and HeartbeatSeconds count while a task's request is under way, as at AWS. Default: true. False
   * suits a clock that runs fast: functions take real time, and a day a second would time every one of them out.
   */
  timeRequests?: boolean
}

/**
 * Runs Standard workflows durably. What a method has acknowledged is saved: it outlives the process. Methods throw
 * `ApiError`s by the names of the Step Functions API reference; times are epoch milliseconds of the clock.
 */
export interface Engine {
  machines: StateMachines
  /** Starts an execution; the same name with the same input while it runs gives the running one. */
  startExecution(request: { stateMachineArn: string; name?: string; input?: string }): ExecutionRow
  /** Ends an execution as ABORTED, with its waits and tokens; one that has ended already stays as it is. */
  stopExecution(arn: string, reason?: { error?: string; cause?: string }): Promise<ExecutionRow>
  describeExecution(arn: string): ExecutionRow
  /** Newest first. `before` is the `id` of the last one already given. */
  listExecutions(machineArn: string, query: { status?: string; limit: number; before?: number }): ExecutionRow[]
  /** Events after (or, reversed, before) the event id `after`. */
  history(arn: string, range: { limit: number; after?: number; reverse?: boolean }): HistoryEvent[]
  /** The definition and role that an execution started with. */
  definitionOf(arn: string): { definition: string; roleArn: string; revisionId: string; createdAt: number }
  sendTaskSuccess(token: string, output: string): Promise<void>
  sendTaskFailure(token: string, failure: { error?: string; cause?: string }): Promise<void>
  sendTaskHeartbeat(token: string): Promise<void>
  /** Takes up every running execution after a restart. Call it once, when functions can be invoked. */
  recover(): void
  /** Whether anything can go on without the clock or an outside call: a step, an invocation, a request. */
  busy(): boolean
  /** Resolves when not busy. */
  idle(): Promise<void>
  /** Stops at once, as a crash would: nothing more is invoked or saved. The store stays open. */
  close(): void
}

export function createEngine(options: EngineOptions): Engine {
  const { clock, store, invoke, accountId = '000000000000', region = 'us-east-1', timeRequests = true } = options
  const machines = stateMachines(store.machines, clock, { accountId, region })
  const work = activity()

  const request: Request = async (execution, task) => {
    const { service, direct, arn } = parseResource(task.resource) as Resource
    if (direct) return await invokeDirectly(invoke, arn, task.arguments)
    if (service === 'lambda') return await invokeFunction(invoke, task.arguments, clock.now())
    return await startNested(start, task.arguments, `${execution.arn}#${task.id}`, clock.now())
  }

  const runner = createRunner({
    clock,
    store,
    region,
    timeRequests,
    activity: work,
    request,
    nestedResult(task) {
      const row = task.child === undefined ? undefined : store.executions.find(task.child)
      return row && nestedSettled(row, parseResource(task.resource) as Resource)
    },
    ended(row) {
      const [parent] = row.parent?.split('#') ?? []
      if (parent !== undefined) runner.resume(parent)
    },
  })

  const start = ({
    stateMachineArn,
    name,
    input,
    parent,
  }: Omit<NestedStart, 'parent'> & { parent?: string }): ExecutionRow => {
    checkName(name)
    const machine = machines.describe(stateMachineArn)
    checkInput(input)
    const arn = executionArn(stateMachineArn, name)
    const existing = store.executions.find(arn)
    if (existing) {
      const same = existing.status === 'RUNNING' && existing.input === input
      if (same || (parent !== undefined && existing.parent === parent)) return existing
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
    }
    store.executions.start({
      ...{ arn, name, machineArn: stateMachineArn, revision: machine.revision, status: 'RUNNING', input },
      ...{ startedAt: clock.now(), stoppedAt: null, output: null, error: null, cause: null, cursor: null },
      ...{ nextEvent: 1, parent: parent ?? null },
    })
    runner.send(arn, { kind: 'start' })
    return describe(arn)
  }

  const describe = (arn: string): ExecutionRow => {
    checkExecutionArn(arn)
    const row = store.executions.find(arn)
    if (!row) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    return row
  }

  const executionOf = (token: string): string => {
    const known = store.executions.token(token)
    if (!known) throw invalidToken()
    if (known.arn === null) throw taskDoesNotExist()
    if (!known.open) throw taskTimedOut()
    return known.arn
  }

  return {
    machines,
    startExecution: ({ stateMachineArn, name = randomUUID(), input = '{}' }) => start({ stateMachineArn, name, input }),
    async stopExecution(arn, reason = {}) {
      describe(arn)
      await runner.post(arn, { kind: 'stop', ...reason })
      return describe(arn)
    },
    describeExecution: describe,
    listExecutions: (machineArn, { status, limit, before = Number.MAX_SAFE_INTEGER }) =>
      store.executions.list(machines.describe(machineArn).arn, status, limit, before),
    history(arn, { limit, after, reverse = false }) {
      const from = after ?? (reverse ? Number.MAX_SAFE_INTEGER : 0)
      return store.executions.events(describe(arn).id, { limit, after: from, reverse })
    },
    definitionOf(arn) {
      const revision = store.machines.revision(describe(arn).revision)
      if (!revision) throw new Error(`The definition of ${arn} is missing.`)
      return revision
    },
    async sendTaskSuccess(token, output) {
      const parsed = parseJson(output)
      if (parsed === undefined || Buffer.byteLength(output) > PAYLOAD_LIMIT) {
        throw new ApiError('InvalidOutput', `Invalid Output: '${output.slice(0, 200)}'`)
      }
      await runner.post(executionOf(token), { kind: 'token', token, settled: { output: parsed } })
    },
    async sendTaskFailure(token, failure) {
      await runner.post(executionOf(token), { kind: 'token', token, settled: { failure } })
    },
    async sendTaskHeartbeat(token) {
      await runner.post(executionOf(token), { kind: 'heartbeat', token })
    },
    recover() {
      for (const { arn, nextEvent } of store.executions.running()) {
        // Event 1 not written: accepted, but its first step was not saved.
        if (nextEvent === 1) runner.send(arn, { kind: 'start' })
        else runner.resume(arn)
      }
    },
    busy: work.busy,
    idle: work.idle,
    close: () => runner.close(),
  }
}

function checkInput(input: string): Json {
  const parsed = parseJson(input)
  if (parsed === undefined)
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${input.slice(0, 200)}'`)
  if (Buffer.byteLength(input) > PAYLOAD_LIMIT) {
    throw new ApiError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: it exceeds ${PAYLOAD_LIMIT} bytes`,
    )
  }
  return parsed
}
