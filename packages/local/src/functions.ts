import { type FunctionName, functionNames } from '@pilotgate/contracts/functions'
import { LambdaFailure, type LambdaInvoker } from './lambda.ts'

const accountId = '000000000000'
const region = 'us-east-1'

/** `program/tasks` is deployed as `program-tasks`. */
export const lambdaName = (name: FunctionName): string => name.replace('/', '-')

const lambdaArn = (name: FunctionName): string => `arn:aws:lambda:${region}:${accountId}:function:${lambdaName(name)}`

export const functionArns = Object.fromEntries(functionNames.map((name) => [name, lambdaArn(name)]))

type Handler = (payload: unknown, context: object) => Promise<unknown>

/** Counts what runs, so that the clock is moved only when nothing does. */
export type LocalFunctions = LambdaInvoker & { invocations(): number; running(): number }

/**
 * Loads the function files that ship and runs them in this process. Import them only after the environment is set: they read
 * their configuration from it.
 */
export const loadFunctions = async (): Promise<LocalFunctions> => {
  const handlers = new Map<string, Handler>()
  for (const name of functionNames) {
    const module = await import(new URL(`../../../functions/${name}.ts`, import.meta.url).href)
    handlers.set(lambdaName(name), module.handler)
  }
  let started = 0
  let running = 0
  return {
    invocations: () => started,
    running: () => running,
    invoke: async (functionName, payload) => {
      const name = /(?:function:)?([A-Za-z0-9-]+)(?::[$A-Za-z0-9-]+)?$/.exec(functionName)?.[1] ?? functionName
      const handler = handlers.get(name)
      if (!handler)
        throw new LambdaFailure('Lambda.ResourceNotFoundException', `There is no function "${functionName}".`)
      started += 1
      running += 1
      try {
        // Lambda hands over JSON and takes JSON back: nothing is shared between caller and function.
        const result = await handler(structuredClone(payload), {
          functionName: name,
          awsRequestId: crypto.randomUUID(),
        })
        return result === undefined ? null : JSON.parse(JSON.stringify(result))
      } catch (error) {
        const { name: errorType, message, stack } = error as Error
        throw new LambdaFailure(errorType || 'Error', message, stack?.split('\n').slice(1, 6))
      } finally {
        running -= 1
      }
    },
  }
}
