import type { Action } from '@pilotgate/core/program/authority'
import type { z } from 'zod'
import type { FunctionName } from './functions.ts'

/**
 * One operation of the HTTP API. The API stack, the local gateway, the OpenAPI document and the console's client are derived
 * from a table of these.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** `/v1/programs/{programId}`: names in braces are path parameters. */
  path: `/${string}`
  function: FunctionName
  /** What the caller must be allowed to do; `public` routes need no sign-in. */
  action: Action | 'public'
  summary: string
  description?: string
  query?: z.ZodObject
  body?: z.ZodType
  output: z.ZodType
  /** What the answer is, where it is not JSON: a page, or a document whose bytes the handler gives in Base64. */
  produces?: 'text/html' | 'application/pdf' | 'text/calendar' | 'application/scim+json'
  /**
   * The handler gets headers and bytes as they came, and says itself what is answered: a door of other systems, whose protocol is not
   * ours. `body` and `output` then only document it.
   */
  raw?: true
  /** Status of success; 200 unless said otherwise. */
  status?: 200 | 201 | 202 | 204
  /** The response carries an `ETag`; edits demand `If-Match` with it. */
  etag?: 'gives' | 'demands'
  tag:
    | 'Templates'
    | 'Programs'
    | 'People'
    | 'Intake'
    | 'Tasks'
    | 'Evidence'
    | 'Selection'
    | 'Supervision'
    | 'Matching'
    | 'Engagements'
    | 'Measurement'
    | 'Gates'
    | 'Audit'
    | 'Executions'
    | 'Mail'
    | 'Connections'
    | 'Webhooks'
    | 'Calendar'
    | 'Doors'
    | 'SCIM'
    | 'Health'
}

/** Keeps a table of routes typed by its own literals. */
export const defineRoutes = <const T extends Record<string, Route>>(routes: T): T => routes

/** The names in braces of a path. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

export type Body<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : undefined
export type Query<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : Record<string, never>
export type Output<R extends Route> = R['raw'] extends true ? RawAnswer : z.input<R['output']>

/** A request as it came in. Names of headers are in small letters. */
export type RawRequest = {
  headers: Record<string, string | undefined>
  bytes: Uint8Array
  query: Record<string, string>
}
export type RawAnswer = { status: number; headers?: Record<string, string>; body?: string }
