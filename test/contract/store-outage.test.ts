import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@pilotgate/core/ports'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointSdkAt, startTable, storeOnTable } from './dynamodb-table.ts'
import { losingProxy } from './losing-proxy.ts'
import { check, freshScope, weekChecked } from './samples.ts'

describe('DynamoDB that goes away', () => {
  let folder: string
  let started: Awaited<ReturnType<typeof startTable>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilotgate-contract-'))
    started = await startTable({ folder })
  })
  afterAll(async () => {
    await started.database.stop()
    await rm(folder, { recursive: true })
  })

  it('is Unavailable within seconds, and works on when it is back', async () => {
    const { store, database } = started
    const scope = freshScope()
    await store.commit([check(scope, 'W01')])
    await database.stop()
    const attempts = [
      store.get('weeklyCheck', scope, 'W01'),
      store.getMany('weeklyCheck', scope, ['W01']),
      store.list('weeklyCheck', scope),
      store.commit([check(scope, 'W01', 1)]),
      store.commit([check(scope, 'W01', 1)], [weekChecked(scope, 'W01')]),
      store.events({ tenantId: scope.tenantId, programId: scope.scope }),
      store.programsOf(scope.tenantId, 'ada'),
      store.runningPrograms()[Symbol.asyncIterator]().next(),
    ]
    for (const result of await Promise.allSettled(attempts)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'Unavailable' } })
      expect(String((result as PromiseRejectedResult).reason)).toMatch(/The database does not answer.*try again/)
    }

    const port = Number(new URL(database.endpoint).port)
    const restarted = await startTable({ folder, port })
    started = { ...restarted, store }
    expect(await store.get('weeklyCheck', scope, 'W01')).toMatchObject({ version: 1 })
    await store.commit([check(scope, 'W01', 1)], [weekChecked(scope, 'W01')])
    expect(await store.get('weeklyCheck', scope, 'W01')).toMatchObject({ version: 2 })
  })

  describe('whose answers get lost', () => {
    let proxy: Awaited<ReturnType<typeof losingProxy>>
    let store: Store
    beforeAll(async () => {
      proxy = await losingProxy(started.database.endpoint)
      pointSdkAt('AWS_ENDPOINT_URL_DYNAMODB', proxy.endpoint)
      store = storeOnTable()
    })
    afterAll(() => proxy.close())

    const lose = (target: string) => Object.assign(proxy.losing, { target, lose: 2, lost: 0 })

    it.each([
      ['PutItem', []],
      ['TransactWriteItems', ['event']],
    ])('writes once and is done (%s)', async (target, events) => {
      const scope = freshScope()
      const news = events.map(() => weekChecked(scope, 'W01'))
      const { losing } = proxy
      lose(target)
      await store.commit([check(scope, 'W01')], news)
      expect(losing.lost).toBe(2)
      lose(target)
      await store.commit([check(scope, 'W01', 1, ['Ada'])], news)
      expect(losing.lost).toBe(2)
      expect(await store.get('weeklyCheck', scope, 'W01')).toMatchObject({ version: 2, reminded: ['Ada'] })
      const told = await store.events({ tenantId: scope.tenantId, programId: scope.scope })
      expect(told.items).toHaveLength(2 * events.length)
    })

    it('removes once and is done', async () => {
      const scope = freshScope()
      await store.commit([check(scope, 'W01')])
      lose('DeleteItem')
      await store.commit([{ ...check(scope, 'W01', 1), remove: true }])
      expect(proxy.losing.lost).toBe(2)
      expect(await store.get('weeklyCheck', scope, 'W01')).toBeUndefined()
    })

    it('still refuses what someone else has written', async () => {
      const scope = freshScope()
      await store.commit([check(scope, 'W01', 0, ['someone else'])])
      lose('PutItem')
      await expect(store.commit([check(scope, 'W01')])).rejects.toMatchObject({ code: 'AlreadyExists' })
      lose('PutItem')
      await expect(store.commit([check(scope, 'W01', 3)])).rejects.toMatchObject({ code: 'StaleVersion' })
      lose('DeleteItem')
      const removal = store.commit([{ ...check(scope, 'W01', 3), remove: true }])
      await expect(removal).rejects.toMatchObject({ code: 'StaleVersion' })
      expect(await store.get('weeklyCheck', scope, 'W01')).toMatchObject({ version: 1, reminded: ['someone else'] })
    })
  })
})
