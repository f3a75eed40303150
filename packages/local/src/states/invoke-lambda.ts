import { randomUUID } from 'node:crypto'
import { LambdaFailure, type LambdaInvoker } from '../lambda.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { Settled } from './task.ts'

/** A function's own ARN as `Resource`: the task's input is the payload, the function's result is the task's. */
export async function invokeDirectly(invoke: LambdaInvoker, arn: string, payload: Json): Promise<Settled> {
  return await settled(async () => (await invoke.invoke(arn, payload)) as Json)
}

/** `lambda:invoke`: gives the invoke API's response around the function's result (developer guide, "Invoke an AWS Lambda function"). */
export async function invokeFunction(invoke: LambdaInvoker, taskInput: Json, now: number): Promise<Settled> {
  if (!isObject(taskInput) || typeof taskInput.FunctionName !== 'string') {
    return { failure: { error: 'States.Runtime', cause: "The field 'FunctionName' is required but was missing" } }
  }
  const { FunctionName, Payload = {} } = taskInput
  return await settled(async () => response((await invoke.invoke(FunctionName, Payload)) as Json | undefined, now))
}

async function settled(work: () => Promise<Json | undefined>): Promise<Settled> {
  try {
    return { output: (await work()) ?? null }
  } catch (error) {
    const failure = error instanceof LambdaFailure ? error : new LambdaFailure('Lambda.Unknown', String(error))
    const { errorType, message: errorMessage, trace } = failure
    return { failure: { error: errorType, cause: JSON.stringify({ errorType, errorMessage, trace }) } }
  }
}

function response(payload: Json | undefined, now: number): Json {
  const requestId = randomUUID()
  const headers: Record<string, string> = {
    'X-Amz-Executed-Version': '$LATEST',
    'x-amzn-Remapped-Content-Length': '0',
    Connection: 'keep-alive',
    'x-amzn-RequestId': requestId,
    'Content-Length': String(Buffer.byteLength(JSON.stringify(payload ?? null))),
    Date: new Date(now).toUTCString(),
    'X-Amzn-Trace-Id': `root=1-${Math.floor(now / 1000).toString(16)}-${requestId.replaceAll('-', '').slice(0, 24)};sampled=0`,
    'Content-Type': 'application/json',
  }
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload ?? null,
    SdkHttpMetadata: httpMetadata(headers),
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  }
}

/** The SDK's description of a response, which the service includes in every integration's result. */
export function httpMetadata(headers: Record<string, string>): JsonObject {
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
  return { AllHttpHeaders: lists, HttpHeaders: headers, HttpStatusCode: 200 }
}
