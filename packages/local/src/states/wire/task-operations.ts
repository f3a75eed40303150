import { optional, required } from './fields.ts'
import type { Operation } from './operation.ts'

/** Callbacks: acknowledged once they are saved. */

export const sendTaskSuccess: Operation = async (engine, input) => {
  await engine.sendTaskSuccess(required(input, 'taskToken'), required(input, 'output'))
  return {}
}

export const sendTaskFailure: Operation = async (engine, input) => {
  const failure = { error: optional(input, 'error'), cause: optional(input, 'cause') }
  await engine.sendTaskFailure(required(input, 'taskToken'), failure)
  return {}
}

export const sendTaskHeartbeat: Operation = async (engine, input) => {
  await engine.sendTaskHeartbeat(required(input, 'taskToken'))
  return {}
}
