import { checkCommit, checkId, checkIds, checkLimit, checkScope, checkShape } from '@pilotgate/aws/dynamodb/checks'
import { fromCursor, toCursor } from '@pilotgate/aws/dynamodb/pages'
import { DomainError } from '@pilotgate/core/errors'
import { type Event, event } from '@pilotgate/core/events'
import type { Ids, Page, Scope, Store } from '@pilotgate/core/ports'
import { type Kind, type RecordOf, records } from '@pilotgate/core/records'

/** As DynamoDB gives back what it was given: a copy, without fields that were `undefined`. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** DynamoDB sorts by the bytes of UTF-8, not by UTF-16 units as `<` does. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

type Order = typeof byBytes

const latestFirst: Order = (one, other) => byBytes(other, one)

const pageOf = <T>(
  all: T[],
  id: (item: T) => string,
  list: string,
  { limit = 100, cursor, order = byBytes }: { limit?: number; cursor?: string; order?: Order },
): Page<T> => {
  checkLimit(limit)
  const after = cursor === undefined ? undefined : fromCursor(list, cursor)
  const rest = all
    .filter((item) => after === undefined || order(id(item), after) > 0)
    .sort((one, other) => order(id(one), id(other)))
  const items = rest.slice(0, limit)
  return { items: copy(items), cursor: rest.length > limit ? toCursor(list, id(items.at(-1)!)) : undefined }
}

/** A `Store` in memory, under the same conditions as the one on DynamoDB. For tests of what uses a store. */
export const fakeStore = (ids: Ids): Store => {
  const rows = new Map<string, { kind: Kind; record: RecordOf<Kind> }>()
  const outbox: Event[] = []
  const name = (kind: Kind, { tenantId, scope }: Scope, id: string) => JSON.stringify([tenantId, scope, kind, id])

  const find = <K extends Kind>(kind: K, scope: Scope, id: string): RecordOf<K> | undefined => {
    checkScope(scope)
    checkId(id)
    return rows.get(name(kind, scope, id))?.record as RecordOf<K> | undefined
  }

  const all = <K extends Kind>(kind: K, wanted: (record: RecordOf<K>) => boolean): RecordOf<K>[] =>
    [...rows.values()]
      .filter((row) => row.kind === kind)
      .map(({ record }) => record as RecordOf<K>)
      .filter(wanted)

  return {
    async get(kind, scope, id) {
      const record = find(kind, scope, id)
      return record && copy(record)
    },
    async getMany(kind, scope, wanted) {
      checkScope(scope)
      checkIds(wanted)
      return [...new Set(wanted)].flatMap((id) => copy(find(kind, scope, id) ?? []))
    },
    async list(kind, scope, { prefix = '', newest, ...page } = {}) {
      checkScope(scope)
      const found = all(kind, (record) => {
        return record.tenantId === scope.tenantId && record.scope === scope.scope && record.id.startsWith(prefix)
      })
      const list = `${newest ? 'newest ' : ''}${kind} ${prefix}`
      return pageOf(found, ({ id }) => id, list, { ...page, order: newest ? latestFirst : byBytes })
    },
    async *runningPrograms() {
      for (const { tenantId, id } of all('program', ({ status }) => ['running', 'paused'].includes(status))) {
        yield { tenantId, programId: id }
      }
    },
    async programsOf(tenantId, personId) {
      checkScope({ tenantId, scope: personId })
      const found = all('member', (member) => {
        return member.tenantId === tenantId && member.id === personId && member.status !== 'withdrawn'
      })
      return found.map(({ scope }) => scope)
    },
    async commit(changes, events = []) {
      checkCommit(changes, events)
      const next = changes.map(({ kind, record, expect, remove }) =>
        remove ? undefined : checkShape(`${kind} ${record.id}`, records[kind], { ...record, version: expect + 1 }),
      )
      const told = events.map((news) => checkShape('event', event, { ...news, eventId: ids.next(news.at) }))
      for (const { kind, record, expect } of changes) {
        const version = find(kind, record, record.id)?.version ?? 0
        if (version === expect) continue
        if (expect === 0) throw new DomainError('AlreadyExists', `${kind} ${record.id} exists already.`)
        throw new DomainError(
          'StaleVersion',
          `${kind} ${record.id} was changed by someone else. Read it again and repeat.`,
        )
      }
      for (const [index, { kind, record }] of changes.entries()) {
        const written = next[index]
        if (written) rows.set(name(kind, record, record.id), { kind, record: copy(written) as RecordOf<Kind> })
        else rows.delete(name(kind, record, record.id))
      }
      outbox.push(...copy(told))
    },
    async events({ tenantId, programId }, { newest, ...page } = {}) {
      checkScope({ tenantId, scope: programId })
      const found = outbox.filter((told) => told.tenantId === tenantId && told.programId === programId)
      const list = newest ? 'newest events' : 'events'
      return pageOf(found, ({ eventId }) => eventId, list, { ...page, order: newest ? latestFirst : byBytes })
    },
  }
}
