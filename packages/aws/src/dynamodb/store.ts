import { isDeepStrictEqual } from 'node:util'
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { type Event, event } from '@pilotgate/core/events'
import type { Change, Ids, Scope, Store } from '@pilotgate/core/ports'
import { type Kind, type RecordOf, records } from '@pilotgate/core/records'
import { asking, unavailable } from '../unavailable.ts'
import { checkId, checkIds, checkLimit, checkScope } from './checks.ts'
import { committing } from './commit.ts'
import { entities, eventEntity } from './entities.ts'
import { defaultLimit, fromCursor, toCursor } from './pages.ts'
import { retrying } from './retry.ts'
import { runningShards } from './table.ts'

type Item = Record<string, unknown>

/** Thrown inside, to try BatchGetItem again for what it left out. */
class Unprocessed extends Error {}

/**
 * The platform's records in one DynamoDB table (`entities.ts` has the access patterns). Implements the port `Store`.
 * @throws DomainError `Unavailable` from every method when the database does not answer within its time limits.
 */
export const dynamodbStore = (client: DynamoDBDocumentClient, table: string, ids: Ids): Store => {
  const ask = <T>(request: () => Promise<T>): Promise<T> => asking('The database', request)

  /** A row as its schema says. A row that no longer fits is a defect of a release, not of the caller. */
  const read = <K extends Kind>(kind: K, item: Item): RecordOf<K> =>
    records[kind].parse(entities[kind].parse({ Item: item }).data) as RecordOf<K>

  const readEvent = (item: Item): Event => event.parse(eventEntity.parse({ Item: item }).data)

  /** Asks for one more than fits, so that a cursor is given only when something follows. */
  const page = async (query: QueryCommandInput, limit: number, after: Item | undefined) => {
    checkLimit(limit)
    const items: Item[] = []
    let from = after
    do {
      const input = { ...query, Limit: limit + 1 - items.length, ExclusiveStartKey: from }
      const found = await ask(() => client.send(new QueryCommand(input)))
      items.push(...(found.Items ?? []))
      from = found.LastEvaluatedKey
    } while (from && items.length <= limit)
    return { rows: items.slice(0, limit), more: items.length > limit }
  }

  async function* everything(query: QueryCommandInput): AsyncIterable<Item> {
    let from: Item | undefined
    do {
      const input = { ...query, ExclusiveStartKey: from }
      const found = await ask(() => client.send(new QueryCommand(input)))
      yield* found.Items ?? []
      from = found.LastEvaluatedKey
    } while (from)
  }

  const get = async <K extends Kind>(kind: K, scope: Scope, id: string): Promise<RecordOf<K> | undefined> => {
    checkScope(scope)
    checkId(id)
    const params = entities[kind].get({ ...scope, id }).params({ table, consistent: true })
    const { Item } = await ask(() => client.send(new GetCommand(params)))
    return Item && read(kind, Item)
  }

  /** Whether a change stands as we wrote it, for when its answer was lost. */
  const isDone = async ({ kind, record, expect, remove }: Change): Promise<boolean> => {
    const stored = await get(kind, record, record.id)
    if (remove || !stored) return Boolean(remove) && stored === undefined
    const ours = JSON.parse(JSON.stringify({ ...record, version: expect + 1 }))
    return isDeepStrictEqual(JSON.parse(JSON.stringify(stored)), ours)
  }

  return {
    get,
    async getMany(kind, scope, wanted) {
      checkScope(scope)
      checkIds(wanted)
      const [only, ...more] = new Set(wanted)
      if (only === undefined) return []
      // One row is read faster by itself.
      if (more.length === 0) {
        const row = await get(kind, scope, only)
        return row ? [row] : []
      }
      let keys: Item[] | undefined = [only, ...more].map((id) => {
        return entities[kind].get({ ...scope, id }).params({ table }).Key!
      })
      const found: Item[] = []
      const batch = async () => {
        const request = { RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }
        const { Responses, UnprocessedKeys } = await ask(() => client.send(new BatchGetCommand(request)))
        found.push(...(Responses?.[table] ?? []))
        keys = UnprocessedKeys?.[table]?.Keys
        if (keys?.length) throw new Unprocessed(`${keys.length} records were not read`)
      }
      try {
        await retrying(batch, (error) => error instanceof Unprocessed)
      } catch (error) {
        throw error instanceof Unprocessed ? unavailable('The database', error) : error
      }
      return found.map((item) => read(kind, item))
    },
    async list(kind, scope, { prefix = '', limit = defaultLimit, cursor, newest = false } = {}) {
      checkScope(scope)
      const entity = entities[kind]
      const name = `${newest ? 'newest ' : ''}${kind} ${prefix}`
      const after = cursor === undefined ? undefined : fromCursor(name, cursor)
      const query = entity.query.record!(scope).begins({ id: prefix }).params({ table, consistent: true })
      const from = after === undefined ? undefined : entity.get({ ...scope, id: after }).params({ table }).Key
      const { rows, more } = await page({ ...query, ScanIndexForward: !newest }, limit, from)
      const items = rows.map((item) => read(kind, item))
      return { items, cursor: more ? toCursor(name, items.at(-1)!.id) : undefined }
    },
    async *runningPrograms() {
      // All shards at once: most hold few programs, and whoever asks waits for every one of them.
      const shards = Array.from({ length: runningShards }, async (_, runningShard) => {
        const query = entities.program.query.runningPrograms!({ runningShard }).params({ table })
        const found: { tenantId: string; programId: string }[] = []
        for await (const { tenantId, id } of everything(query)) {
          found.push({ tenantId: String(tenantId), programId: String(id) })
        }
        return found
      })
      for (const found of await Promise.all(shards)) yield* found
    },
    async programsOf(tenantId, personId) {
      checkScope({ tenantId, scope: personId })
      const query = entities.member.query.programsOfPerson!({ tenantId, id: personId }).params({ table })
      const found: string[] = []
      for await (const { scope } of everything(query)) found.push(String(scope))
      return found
    },
    commit: committing(client, table, ids, isDone),
    async events({ tenantId, programId }, { limit = defaultLimit, cursor, newest = false } = {}) {
      checkScope({ tenantId, scope: programId })
      const name = newest ? 'newest events' : 'events'
      const after = cursor === undefined ? undefined : fromCursor(name, cursor)
      const query = eventEntity.query.record!({ tenantId, programId }).params({ table, consistent: true })
      const from =
        after === undefined ? undefined : eventEntity.get({ tenantId, programId, eventId: after }).params({ table }).Key
      const { rows, more } = await page({ ...query, ScanIndexForward: !newest }, limit, from)
      const items = rows.map(readEvent)
      return { items, cursor: more ? toCursor(name, items.at(-1)!.eventId) : undefined }
    },
  }
}
