import type {
  BatchGetCommandInput,
  DeleteCommandInput,
  GetCommandInput,
  PutCommandInput,
  QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { event } from '@pilotgate/core/events'
import { type Kind, records } from '@pilotgate/core/records'
import { Entity, type Schema } from 'electrodb'
import { type Attributes, attributesOf } from './attributes.ts'
import { indexes, keys, runningShards } from './table.ts'

/**
 * Access patterns. Every key starts with the organisation, so that no query can reach into another one; `*`, which none is named, has the
 * UIDs of invitations.
 *
 * | what                             | index | partition key            | sort key             |
 * |----------------------------------|-------|--------------------------|----------------------|
 * | a record; several; a kind by id  | table | TENANT#SCOPE             | KIND#ID              |
 * | the events of a program          | table | TENANT#PROGRAM#events    | EVENT-ID (by time)   |
 * | running programs, all tenants    | gsi1  | running#SHARD            | TENANT#PROGRAM       |
 * | programs of a person             | gsi2  | TENANT#person#PERSON     | SCOPE                |
 *
 * ElectroDB composes the keys, the conditions and the requests; sending, retries and errors are in `store.ts` and `commit.ts`.
 */
type Params<I> = { params(options: { table: string; consistent?: boolean }): I }

export type Condition = (
  attributes: Record<string, unknown>,
  operations: { eq(attribute: unknown, value: unknown): string },
) => string

type Conditional<I> = Params<I> & { where(condition: Condition): Params<I> }
type Key = Record<string, unknown>

/** What the store uses of an ElectroDB entity. Its own types need attributes known to the compiler; ours come from zod. */
export type StoredEntity = {
  create(row: Key): Params<PutCommandInput>
  put(row: Key): Conditional<PutCommandInput>
  delete(key: Key): Conditional<DeleteCommandInput>
  get(key: Key): Params<GetCommandInput>
  get(keys: Key[]): Params<BatchGetCommandInput[]>
  query: Record<string, (key: Key) => Params<QueryCommandInput> & { begins(sort: Key): Params<QueryCommandInput> }>
  parse(item: { Item: Record<string, unknown> }): { data: Record<string, unknown> | null }
}

/** A key of the table: its parts joined by `#`; a part that starts with `:` is the value of that attribute. */
const key = (field: string, ...parts: string[]) => ({
  field,
  composite: parts.filter((part) => part.startsWith(':')).map((part) => part.slice(1)),
  template: parts.map((part) => (part.startsWith(':') ? `$\{${part.slice(1)}}` : part)).join('#'),
  // ElectroDB makes keys small letters by default, and gate ids are not.
  casing: 'none',
})

const entity = (name: string, attributes: object, entityIndexes: object): StoredEntity =>
  new Entity({
    model: { entity: name, service: 'pilotgate', version: '1' },
    attributes,
    indexes: entityIndexes,
  } as unknown as Schema<string, string, string>) as unknown as StoredEntity

const shardOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % runningShards

/** Indexes that only some kinds are in. */
const furtherIndexes: { [K in Kind]?: object } = {
  program: {
    runningPrograms: {
      index: indexes.runningPrograms.name,
      projection: [...indexes.runningPrograms.attributes],
      condition: ({ status }: { status: string }) => status === 'running' || status === 'paused',
      pk: key(indexes.runningPrograms.partition, 'running', ':runningShard'),
      sk: key(indexes.runningPrograms.sort, ':tenantId', ':id'),
    },
  },
  member: {
    programsOfPerson: {
      index: indexes.programsOfPerson.name,
      projection: [...indexes.programsOfPerson.attributes],
      condition: ({ status }: { status: string }) => status !== 'withdrawn',
      pk: key(indexes.programsOfPerson.partition, ':tenantId', 'person', ':id'),
      sk: key(indexes.programsOfPerson.sort, ':scope'),
    },
  },
}

/** Attributes that are only there to make keys of. */
const furtherAttributes: { [K in Kind]?: object } = {
  program: {
    runningShard: {
      type: 'number',
      hidden: true,
      watch: ['id'],
      set: (_: unknown, { id }: { id: string }) => shardOf(id),
    },
  },
}

const recordEntity = (kind: Kind): StoredEntity =>
  entity(
    kind,
    { ...attributesOf(records[kind]), ...furtherAttributes[kind] },
    {
      record: {
        pk: key(keys.partition, ':tenantId', ':scope'),
        sk: key(keys.sort, kind, ':id'),
      },
      ...furtherIndexes[kind],
    },
  )

/** One entity for every kind of record. */
export const entities = Object.fromEntries(
  (Object.keys(records) as Kind[]).map((kind) => [kind, recordEntity(kind)]),
) as Record<Kind, StoredEntity>

/** An attribute of the outbox may mean different things in different events, so only the ones all events share have a type. */
const eventAttributes = (): Attributes => {
  const merged: Attributes = {}
  for (const option of event.options) {
    for (const [name, { type }] of Object.entries(attributesOf(option))) {
      const same = merged[name] === undefined || merged[name].type === type
      merged[name] = { type: same ? type : 'any', required: false }
    }
  }
  return merged
}

/** The outbox: what happened, in the order of time. */
export const eventEntity = entity('event', eventAttributes(), {
  record: {
    pk: key(keys.partition, ':tenantId', ':programId', 'events'),
    sk: key(keys.sort, ':eventId'),
  },
})
