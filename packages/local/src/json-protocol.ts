import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { ApiError } from './states/errors.ts'
import { isObject, type JsonObject } from './states/json.ts'

/** A service of AWS that speaks the JSON protocol. */
export type JsonService = {
  /** What stands before the operation's name in the header `x-amz-target`: `AWSStepFunctions`. */
  target: string
  version: '1.0' | '1.1'
  /** Bytes of the largest request that the service takes. */
  bodyLimit: number
  /** By name: the request's members in, the response's members out. Throw `ApiError`. */
  operations: Record<string, (input: JsonObject) => JsonObject | Promise<JsonObject>>
  /** Names of errors from the time before the JSON protocol, which the service still sends in a header. */
  formerNames?: Record<string, string>
}

/** An API of AWS on `node:http`, as its SDKs speak it. Signatures are not checked: it belongs on the loopback interface. */
export function jsonProtocol(service: JsonService): RequestListener {
  return (request, response) => {
    answer(service, request).then(
      (body) => send(service, response, 200, body),
      (error: unknown) => {
        const known = error instanceof ApiError
        const body = known ? { __type: error.code, message: error.message } : internal
        if (!known) console.error(error)
        if (known && service.formerNames) {
          response.setHeader('x-amzn-query-error', `${service.formerNames[error.code] ?? error.code};Sender`)
        }
        send(service, response, known ? 400 : 500, body)
      },
    )
  }
}

const internal: JsonObject = {
  __type: 'InternalFailure',
  message: 'The request failed in the local runtime; see its log.',
}

async function answer({ target, bodyLimit, operations }: JsonService, request: IncomingMessage): Promise<JsonObject> {
  const name = String(request.headers['x-amz-target'] ?? '').replace(`${target}.`, '')
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  const body = await read(request, bodyLimit)
  if (!operation) throw new ApiError('UnknownOperationException', `The operation '${name}' is not known.`)
  return await operation(body)
}

async function read(request: IncomingMessage, bodyLimit: number): Promise<JsonObject> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) throw new ApiError('SerializationException', 'The request is too large.')
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

function send({ version }: JsonService, response: ServerResponse, status: number, body: JsonObject): void {
  const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': randomUUID() }
  response.writeHead(status, headers).end(JSON.stringify(body))
}
