/// <reference path="../route-table.d.ts" />
import { routeTable } from 'virtual:route-table'
import type { Problem } from '@pilotgate/contracts/problem'
import type { Route } from '@pilotgate/contracts/route'
import type { RouteName, routes } from '@pilotgate/contracts/routes'
import type { z } from 'zod'

type Routes = typeof routes

/** The names in braces of a path. */
type PathNames<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never

type PartOf<K extends string, T> = [T] extends [never] ? { [key in K]?: undefined } : { [key in K]: T }
type InputOf<R, K extends 'query' | 'body'> = R extends { [key in K]: infer S extends z.ZodType } ? z.input<S> : never
type QueryOf<R> = [InputOf<R, 'query'>] extends [never] ? { query?: undefined } : { query?: InputOf<R, 'query'> }
type PathOf<P extends string> = [PathNames<P>] extends [never]
  ? { path?: undefined }
  : { path: Record<PathNames<P>, string> }

/** What a call of a route takes: names in its path, query, body, and the version it changes where the route demands it. */
export type Input<N extends RouteName> = PathOf<Routes[N]['path']> &
  QueryOf<Routes[N]> &
  PartOf<'body', InputOf<Routes[N], 'body'>> &
  (Routes[N] extends { etag: 'demands' } ? { version: number } : { version?: undefined })

/** What a route answers. */
export type Answer<N extends RouteName> = Routes[N] extends Route ? z.output<Routes[N]['output']> : never

/** What the API refused, in its own words; `fields` names what to put right. `status` 0: the API could not be reached. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly fields: { field: string; problem: string }[]
  constructor(status: number, { title, detail, code, problems }: Partial<Problem>) {
    super(detail ?? title ?? 'Something went wrong.')
    this.name = 'Refused'
    this.status = status
    this.code = code ?? ''
    this.fields = problems ?? []
  }
}

const unreachable = new Refused(0, { detail: 'Pilotgate cannot be reached. Check your connection and try again.' })

/** How requests say who calls; set once by the sign-in. Gives no token when nobody is signed in. */
let token: () => Promise<string | undefined> = async () => undefined
export const signRequestsWith = (source: () => Promise<string | undefined>): void => {
  token = source
}

const address = (path: string, names: Record<string, string> = {}, query: object = {}): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))
  return search.size > 0 ? `${filled}?${search}` : filled
}

/** Sends the request of a route. @throws Refused */
const send = async <N extends RouteName>(name: N, input: Input<N>, key?: string): Promise<Response> => {
  const [method, path] = routeTable[name]
  const {
    path: names,
    query,
    body,
    version,
  } = input as { path?: Record<string, string>; query?: object; body?: unknown; version?: number }
  const bearer = await token()
  const headers = {
    ...(bearer && { authorization: `Bearer ${bearer}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key && { 'idempotency-key': key }),
  }
  const request = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await fetch(address(path, names, query), request).catch(() => Promise.reject(unreachable))
  if (response.ok) return response
  const problem = await response.json().catch(() => ({ title: `The API answered ${response.status}.` }))
  throw new Refused(response.status, problem as Partial<Problem>)
}

/**
 * Calls a route of the API.
 * @param key makes a repeated request harmless: the same key does the work once (Idempotency-Key)
 * @throws Refused
 */
export const call = async <N extends RouteName>(name: N, input: Input<N>, key?: string): Promise<Answer<N>> => {
  const response = await send(name, input, key)
  return (response.status === 204 ? undefined : await response.json()) as Answer<N>
}

/** Fetches what a route answers as a file: a page or a PDF. @throws Refused */
export const download = async <N extends RouteName>(name: N, input: Input<N>): Promise<Blob> =>
  (await send(name, input)).blob()
