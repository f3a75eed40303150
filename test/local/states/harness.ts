import type { Clock } from '../../../packages/local/src/clock.ts'
import { LambdaFailure, type LambdaInvoker } from '../../../packages/local/src/lambda.ts'
import { createEngine, type Engine } from '../../../packages/local/src/states/engine.ts'
import type { HistoryEvent } from '../../../packages/local/src/states/history.ts'
import type { ExecutionRow } from '../../../packages/local/src/states/history-store.ts'
import { openStateStore, type StateStore } from '../../../packages/local/src/states/store.ts'
import { virtualClock } from '../../../packages/local/src/virtual-clock.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')
export const ROLE = 'arn:aws:iam::000000000000:role/states'

type Lambda = (payload: never, name: string) => unknown

/** An engine on a paused clock, with functions by name. */
export interface Bench {
  engine: Engine
  clock: Clock
  store: StateStore
  /** Payloads by call, in order. */
  calls: { name: string; payload: unknown }[]
  start(definition: unknown, input?: unknown, name?: string): string
  /** Jumps from due time to due time until the execution ends or only waits for a caller. */
  settle(arn: string): Promise<ExecutionRow>
  /** Starts, settles, and gives the record with the output parsed. */
  run(definition: unknown, input?: unknown): Promise<ExecutionRow & { result: unknown; types: string[] }>
  events(arn: string): HistoryEvent[]
}

export function bench(
  lambdas: Record<string, Lambda> = {},
  options: { store?: StateStore; clock?: Clock; timeRequests?: boolean } = {},
): Bench {
  const clock = options.clock ?? virtualClock({ start: START, running: false })
  const store = options.store ?? openStateStore(':memory:')
  const calls: Bench['calls'] = []
  const invoke: LambdaInvoker = {
    async invoke(functionName, payload) {
      const name = functionName.split('function:').at(-1) as string
      calls.push({ name, payload })
      const lambda = lambdas[name]
      if (!lambda) throw new LambdaFailure('Lambda.ResourceNotFoundException', `Function not found: ${name}`)
      return await lambda(payload as never, name)
    },
  }
  const engine = createEngine({ clock, store, invoke, timeRequests: options.timeRequests })
  let machines = 0
  const self: Bench = {
    engine,
    clock,
    store,
    calls,
    start(definition, input = {}, name) {
      machines += 1
      const machine = { QueryLanguage: 'JSONata', ...(definition as object) }
      const { arn } = engine.machines.create({
        name: `machine-${machines}`,
        definition: JSON.stringify(machine),
        roleArn: ROLE,
      })
      return engine.startExecution({ stateMachineArn: arn, input: JSON.stringify(input), name }).arn
    },
    async settle(arn) {
      for (;;) {
        await engine.idle()
        const row = engine.describeExecution(arn)
        const due = clock.nextDue()
        if (row.status !== 'RUNNING' || due === undefined || due > START + 3 * 366 * 86_400_000) return row
        clock.jump(due)
      }
    },
    async run(definition, input) {
      const arn = self.start(definition, input)
      const row = await self.settle(arn)
      const result = row.output === null ? undefined : JSON.parse(row.output)
      return { ...row, result, types: self.events(arn).map(({ type }) => type) }
    },
    events: (arn) => engine.history(arn, { limit: 30_000 }),
  }
  return self
}
