import middy from '@middy/core'
import { container } from '@pilotgate/aws/container'
import type { Body, Output, Query, RawAnswer, RawRequest, Route } from '@pilotgate/contracts/route'
import { type RouteName, routes } from '@pilotgate/contracts/routes'
import { DomainError } from '@pilotgate/core/errors'
import type { Caller } from '@pilotgate/core/ports'
import { actInProgram } from '@pilotgate/core/program/act-in-program'
import type { Actor, Work } from '@pilotgate/core/program/actor'
import { authorise, isOrganisationAction } from '@pilotgate/core/program/authority'
import { roles } from '@pilotgate/core/program/roles'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { once } from './idempotency.ts'
import { onFreshRecords } from './on-fresh-records.ts'
import { problemJson } from './problem.ts'
import { bodyText, expectedVersion, parseJson, parseWith, rawRequest, requestTime } from './request.ts'

/** What a route's handler gets: validated input, who calls, and what to work with. `actor` is there when the path names a program. */
export type Request<R extends Route> = {
  body: Body<R>
  query: Query<R>
  path: Record<string, string>
  caller: Caller
  actor: Actor
  work: Work
  /** The version in `If-Match`, for routes that demand it. */
  expected: number
  /** The request as it came, for routes whose protocol is not ours. */
  raw: RawRequest
}

/** The value that leaves through the route's output schema; `version` becomes the ETag. */
type Handler<R extends Route> = (request: Request<R>) => Promise<Output<R>>
/** The handlers of all routes of a function. */
export type RoutesOf<F extends string> = {
  [N in RouteName as (typeof routes)[N] extends { function: F } ? N : never]: Handler<(typeof routes)[N]>
}

/** Nobody: stands for the caller of a public route. */
const nobody: Caller = { tenantId: '', email: '', name: '', roles: [] }

/**
 * The Lambda handler of one stage's HTTP routes: sign-in → authority → validated input → use case → output schema.
 * `handlers` must have every route that the contracts table gives to this function, and no other.
 */
export const api = <F extends string>(handlers: RoutesOf<F>) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(problemJson())
    .handler(async (event) => {
      const name = Object.keys(handlers).find((each) => {
        const { method, path } = routes[each as RouteName]
        return `${method} ${path}` === event.routeKey
      }) as RouteName | undefined
      if (!name)
        throw new DomainError('NotFound', `There is nothing at ${event.requestContext.http.method} ${event.rawPath}.`)
      const route: Route = routes[name]
      const { store, ids, signIn } = container()
      const now = requestTime(event)
      const caller = route.action === 'public' ? nobody : await signIn.verify(bearer(event))
      const path = (event.pathParameters ?? {}) as Record<string, string>
      const actor = await authoriseCaller(route, caller, path.programId)
      const handle = (handlers as unknown as Record<string, Handler<Route>>)[name]!
      if (route.raw) {
        const request = { path, caller, actor, raw: rawRequest(event), work: { store, ids, now } }
        return answerRaw((await handle(request as never)) as RawAnswer)
      }
      return once(store, caller, event, async (repeatable) => {
        const request = {
          path,
          caller,
          actor,
          query: route.query ? parseWith(route.query, event.queryStringParameters ?? {}, 'query') : {},
          body: route.body ? parseWith(route.body, parseJson(bodyText(event)), 'body') : undefined,
          expected: route.etag === 'demands' ? expectedVersion(event) : 0,
        }
        // Each attempt with ids of its own from the start: only what was written before may be met again.
        const work = () => handle({ ...request, work: { store, ids: repeatable?.() ?? ids, now } } as never)
        return respond(route, await (route.etag === 'demands' ? work() : onFreshRecords(work)))
      })
    })

/** What its handler says, word for word. */
const answerRaw = ({ status, headers, body }: RawAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  body,
})

const bearer = (event: APIGatewayProxyEventV2): string => {
  const token = /^Bearer (\S+)$/i.exec(event.headers.authorization ?? '')?.[1]
  if (token) return token
  throw new DomainError('NotSignedIn', 'Sign in first: send "Authorization: Bearer" with your access token.')
}

/** Routes of a program ask for roles in that program; the others for roles in the organisation, or just for a sign-in. */
const authoriseCaller = async (route: Route, caller: Caller, programId: string | undefined): Promise<Actor> => {
  const { store } = container()
  if (route.action !== 'public' && programId !== undefined) return actInProgram(store, caller, programId, route.action)
  if (isOrganisationAction(route.action)) authorise(route.action, caller.roles)
  const held = roles.filter((role) => caller.roles.includes(role))
  return { tenantId: caller.tenantId, personId: caller.email, roles: held }
}

/** A page of ours needs its own styles and nothing else, wherever it is opened. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** An answer that is no JSON: text as it is, bytes in Base64. */
const respondWith = (type: NonNullable<Route['produces']>, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': type === 'text/html' ? 'text/html; charset=utf-8' : type,
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
  isBase64Encoded: type !== 'text/html',
  body,
})

const respond = (route: Route, output: unknown): APIGatewayProxyStructuredResultV2 => {
  if (route.produces) return respondWith(route.produces, route.output.parse(output) as string)
  const body = route.output.parse(output) as { version?: number; templateVersion?: number }
  const version = body.version ?? body.templateVersion
  return {
    statusCode: route.status ?? 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(route.etag && version !== undefined && { etag: `"${version}"` }),
    },
    body: JSON.stringify(body),
  }
}
