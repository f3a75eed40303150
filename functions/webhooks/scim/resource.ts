import type { z } from 'zod'
import { change, type Draft, type Operation } from './change.ts'
import { effortOfOneRequest } from './change-list.ts'
import { refusal } from './refusal.ts'
import type { TypeName } from './schemas.ts'

/** A user or group as the protocol writes it. */
export type Resource = { schemas: string[]; id: string; meta: { version: string; location: string } } & Record<
  string,
  unknown
>

/** A type of resources: how what is kept becomes the protocol's words, and the way back. */
export type ResourceKind<State, Kept extends State> = {
  type: TypeName
  schema: string
  path: string
  /** The attributes of what is kept, as operations change them. */
  draftOf(state: State): Draft
  /** @throws SCIMError `invalidValue` */
  stateOf(draft: Draft): State
  /** @param base the address of the SCIM API */
  resourceOf(kept: Kept, base: string): Resource
}

/** What `POST` and `PUT` send. @throws SCIMError `invalidSyntax`, `invalidValue` */
export const readResource = <S, K extends S>(
  kind: ResourceKind<S, K>,
  body: Record<string, unknown>,
  start: Draft = {},
): S => {
  const { schemas } = body
  if (schemas !== undefined && !(Array.isArray(schemas) && schemas.includes(kind.schema))) {
    throw refusal('invalidSyntax', `"schemas" must name ${kind.schema}.`)
  }
  return kind.stateOf(change(kind.type, start, { op: 'add', value: body }, effortOfOneRequest()))
}

/** What is kept after the operations of a `PATCH`; all or none. @throws SCIMError as `change` */
export const patchResource = <S, K extends S>(kind: ResourceKind<S, K>, state: S, operations: Operation[]): S => {
  const effort = effortOfOneRequest()
  const start = kind.draftOf(state)
  return kind.stateOf(operations.reduce((draft, each) => change(kind.type, draft, each, effort), start))
}

/** @throws SCIMError `invalidValue` naming the attributes */
export const checked = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 5).map(({ path, message, code, input }) => {
    return `${path.join('.')}: ${code === 'invalid_type' && input === undefined ? 'is missing or empty' : message}`
  })
  throw refusal('invalidValue', `${problems.join('; ')}.`)
}

export const metaOf = (
  { id, version, createdAt, changedAt }: { id: string; version: number; createdAt: string; changedAt: string },
  { type, path }: { type: TypeName; path: string },
  base: string,
) => ({
  resourceType: type,
  created: createdAt,
  lastModified: changedAt,
  location: `${base}${path}/${id}`,
  version: etagOf(version),
})

const etagOf = (version: number): string => `W/"${version}"`
