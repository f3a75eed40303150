import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathParameters, type Route } from '@pilotgate/contracts/route'
import { routes } from '@pilotgate/contracts/routes'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Clock } from '../clock.ts'
import { lambdaName } from '../functions.ts'
import type { LambdaInvoker } from '../lambda.ts'

/** The largest body that an HTTP API takes. */
const bodyLimit = 10 * 1024 * 1024

type Match = { routeKey: string; route: Route; pathParameters: Record<string, string> }

const table = Object.values(routes as Record<string, Route>).map((route) => ({
  route,
  // Fixed parts win over parameters, as in API Gateway.
  rank: pathParameters(route.path).length,
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}))
table.sort((a, b) => a.rank - b.rank)

const match = (method: string, path: string): Match | undefined => {
  for (const { route, pattern } of table) {
    const found = route.method === method ? pattern.exec(path) : null
    if (!found) continue
    const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decode(value)])
    return { routeKey: `${method} ${route.path}`, route, pathParameters: Object.fromEntries(parameters) }
  }
  return undefined
}

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/**
 * The HTTP API on this machine: finds the route, hands the request to its Lambda function in API Gateway's payload format 2.0
 * and stamps it with the virtual time.
 */
export const apiGateway =
  (invoke: LambdaInvoker, clock: Clock) => async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const found = match(request.method ?? 'GET', url.pathname)
    if (!found) {
      return sendJson(response, 404, {
        message: `There is nothing at ${request.method} ${url.pathname}. The routes are listed at /api.`,
      })
    }
    const body = await readBody(request).catch(() => 'broken off' as const)
    // Whoever sent it is gone: nobody waits for an answer.
    if (body === 'broken off') return
    if (!body) return sendJson(response, 413, { message: 'The body is larger than 10 MB.' })
    const event = toEvent(request, url, body, found, clock.now())
    try {
      const result = (await invoke.invoke(lambdaName(found.route.function), event)) as APIGatewayProxyStructuredResultV2
      response.writeHead(result.statusCode ?? 200, result.headers as Record<string, string>)
      response.end(result.body && result.isBase64Encoded ? Buffer.from(result.body, 'base64') : result.body)
    } catch (error) {
      console.error(error)
      sendJson(response, 500, { message: 'Internal Server Error' })
    }
  }

const sendJson = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined
}

const toEvent = (
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  found: Match,
  now: number,
): APIGatewayProxyEventV2 => {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const query = Object.fromEntries(url.searchParams)
  // What is no text goes over in Base64: nobody may get other bytes than were sent.
  const isText = isUtf8(body)
  return {
    version: '2.0',
    routeKey: found.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search && { queryStringParameters: query }),
    pathParameters: found.pathParameters,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey: found.routeKey,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
    },
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}
