import type { Problem } from '@pilotgate/contracts/problem'
import type { Body, Output, Query, Route } from '@pilotgate/contracts/route'
import { type RouteName, routes } from '@pilotgate/contracts/routes'

type RouteOf<N extends RouteName> = (typeof routes)[N]
type Call<N extends RouteName> = {
  path?: Record<string, string | number>
  query?: Partial<Record<keyof Query<RouteOf<N>>, string | number | boolean>>
  body?: Body<RouteOf<N>>
  headers?: Record<string, string>
}

/** A refusal of the API, with the problem it sent. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(what: string, problem: Problem) {
    const fields = problem.problems?.map(({ field, problem: text }) => `${field}: ${text}`).join('; ')
    super(`${what}: ${problem.status} ${problem.code} – ${problem.detail}${fields ? ` (${fields})` : ''}`)
    this.problem = problem
  }
}

/** Speaks the public HTTP API as one of the sample people. */
export type ApiClient = <N extends RouteName>(name: N, call?: Call<N>) => Promise<Output<RouteOf<N>>>

/** Signs in at the local runtime. @throws Error for an unknown address */
export const signInAs = async (origin: string, email: string): Promise<ApiClient> => {
  const answer = await fetch(`${origin}/sign-in/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  const { access_token: token, error_description: problem } = (await answer.json()) as Record<string, string>
  if (!answer.ok) throw new Error(`Cannot sign in as ${email}: ${problem}`)
  return async (name, { path = {}, query = {}, body, headers } = {}) => {
    const route: Route = routes[name]
    const filled = route.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(path[key])))
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    )
    const response = await fetch(`${origin}${filled}${search.size > 0 ? `?${search}` : ''}`, {
      method: route.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const isJson = response.headers.get('content-type')?.includes('json')
    // The server sends what the contracts table promises; its own tests hold it to that.
    const value = (isJson ? await response.json() : await response.text()) as never
    if (!response.ok) throw new Refused(`${route.method} ${filled}`, value)
    return value
  }
}
