import { ulids } from '@pilotgate/aws/ids'
import type { Store } from '@pilotgate/core/ports'
import { listMembers } from '@pilotgate/core/program/read-people'
import { expect, test } from 'vitest'
import { fakeStore } from '../contract/fakes/store.ts'
import { member } from '../contract/samples.ts'

const tenantId = 'nordlicht'
const scope = { tenantId, scope: 'P1' }
const actor = { tenantId, personId: 'p0', roles: [] }
const ids = Array.from({ length: 250 }, (_, index) => `p${String(index).padStart(3, '0')}`)

const store = fakeStore(ulids())
for (let start = 0; start < ids.length; start += 50) {
  await store.commit(
    ids.slice(start, start + 50).flatMap((id) => [
      { kind: 'member' as const, record: member(scope, id), expect: 0 },
      {
        kind: 'person' as const,
        record: {
          tenantId,
          scope: '-',
          id,
          version: 0,
          email: `${id}@example.org`,
          name: `Name of ${id}`,
          zone: 'UTC',
        },
        expect: 0,
      },
    ]),
  )
}
await store.commit([{ kind: 'member', record: member({ tenantId, scope: 'P2' }, 'elsewhere'), expect: 0 }])

test('reads many people in batches of a hundred, none by itself', async () => {
  const batches: number[] = []
  const counted: Store = {
    ...store,
    get: () => Promise.reject(new Error('read a single row')),
    getMany: (kind, at, some) => {
      batches.push(some.length)
      return store.getMany(kind, at, some)
    },
  }
  const { items, cursor } = await listMembers(counted, actor, 'P1', { limit: 1000 })
  expect(items.map(({ person }) => person?.name)).toEqual(ids.map((id) => `Name of ${id}`))
  expect(cursor).toBeUndefined()
  expect(batches).toEqual([100, 100, 50])
})

test('gives just the members asked for, in id order, and nothing of others', async () => {
  const asked = ['p007', 'unknown', 'p003', 'elsewhere', 'p003']
  const { items, cursor } = await listMembers(store, actor, 'P1', { ids: asked, limit: 1 })
  expect(items.map(({ member }) => member.id)).toEqual(['p003', 'p007'])
  expect(cursor).toBeUndefined()
  expect((await listMembers(store, actor, 'P1', { ids: [], limit: 1 })).items).toEqual([])
})
