import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Engine } from '../engine.ts'
import { ApiError } from '../errors.ts'
import { isObject, type JsonObject } from '../json.ts'
import {
  describeExecution,
  describeStateMachineForExecution,
  listExecutions,
  startExecution,
  stopExecution,
} from './execution-operations.ts'
import { getExecutionHistory } from './history-operation.ts'
import {
  createStateMachine,
  deleteStateMachine,
  describeStateMachine,
  listStateMachines,
  updateStateMachine,
  validateStateMachineDefinition,
} from './machine-operations.ts'
import type { Operation } from './operation.ts'
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './task-operations.ts'

const OPERATIONS: Record<string, Operation> = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  DescribeStateMachine: describeStateMachine,
  ListStateMachines: listStateMachines,
  DeleteStateMachine: deleteStateMachine,
  ValidateStateMachineDefinition: validateStateMachineDefinition,
  DescribeStateMachineForExecution: describeStateMachineForExecution,
  StartExecution: startExecution,
  StopExecution: stopExecution,
  DescribeExecution: describeExecution,
  ListExecutions: listExecutions,
  GetExecutionHistory: getExecutionHistory,
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
}

/** Larger than any request the service takes: a definition is at most 1 MB. */
const BODY_LIMIT = 4 * 1024 * 1024

/**
 * The Step Functions API on `node:http`, in the AWS JSON 1.0 protocol that its SDKs speak. Signatures are not checked: it
 * belongs on the loopback interface.
 */
export function stepFunctionsHandler(engine: Engine): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(engine, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        const known = error instanceof ApiError
        const body = known ? { __type: error.code, message: error.message } : INTERNAL
        if (!known) console.error(error)
        send(response, known ? 400 : 500, body)
      },
    )
  }
}

const INTERNAL: JsonObject = {
  __type: 'InternalFailure',
  message: 'The request failed in the local engine; see its log.',
}

async function answer(engine: Engine, request: IncomingMessage): Promise<JsonObject> {
  const name = String(request.headers['x-amz-target'] ?? '').replace('AWSStepFunctions.', '')
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined
  const body = await read(request)
  if (!operation) throw new ApiError('UnknownOperationException', `The operation '${name}' is not known.`)
  return await operation(engine, body)
}

async function read(request: IncomingMessage): Promise<JsonObject> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) throw new ApiError('SerializationException', 'The request is too large.')
    chunks.push(chunk)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}')
    if (isObject(body)) return body
  } catch {
    // Answered below like any other body that is not an object.
  }
  throw new ApiError('SerializationException', 'The request body is not a JSON object.')
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() }
  response.writeHead(status, headers).end(JSON.stringify(body))
}
