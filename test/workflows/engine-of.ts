import type { Workflows } from '@pilotgate/core/ports'
import type { Clock } from '../../packages/local/src/clock.ts'
import { LambdaFailure } from '../../packages/local/src/lambda.ts'
import { createEngine } from '../../packages/local/src/states/engine.ts'
import { openStateStore } from '../../packages/local/src/states/store.ts'

/** An engine that calls one of the functions that ship, and the port through which followers answer and stop its executions. */
export const engineOf = (clock: Clock, handle: (payload: unknown) => Promise<unknown>) => {
  const engine = createEngine({
    clock,
    store: openStateStore(':memory:'),
    invoke: {
      invoke: async (_, payload) => {
        try {
          return await handle(payload)
        } catch (error) {
          throw new LambdaFailure((error as Error).name, (error as Error).message)
        }
      },
    },
  })
  const workflows = {
    answer: (token: string, output: unknown) =>
      engine.sendTaskSuccess(token, JSON.stringify(output)).catch((error: { code?: string }) => {
        if (!['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes(error.code ?? '')) throw error
      }),
    stop: async (arn: string) => engine.stopExecution(arn),
  } as unknown as Workflows
  return { engine, workflows }
}
