import type { Scope, Store } from '@pilotgate/core/ports'
import { beforeAll, describe, expect, it } from 'vitest'
import { collect } from './collect.ts'
import { check, freshScope, member, program, weekChecked, weeklyCheck } from './samples.ts'

const refusal = (code: string) => expect.objectContaining({ code })

/** What every `Store` does. `make` may give the same store each time: each test keeps to an organisation of its own. */
export const storeContract = (name: string, make: () => Promise<Store>): void => {
  describe(`${name} as a store`, () => {
    let store: Store
    beforeAll(async () => {
      store = await make()
    })

    const idsOf = async (scope: Scope, limit?: number, prefix?: string) =>
      (await collect((cursor) => store.list('weeklyCheck', scope, { limit, prefix, cursor }))).items.map(({ id }) => id)

    it('gives back what was made, counting changes from 1', async () => {
      const scope = freshScope()
      await store.commit([check(scope, 'W01')])
      expect(await store.get('weeklyCheck', scope, 'W01')).toEqual({ ...weeklyCheck(scope, 'W01'), version: 1 })
      await store.commit([check(scope, 'W01', 1, ['Ada'])])
      expect(await store.get('weeklyCheck', scope, 'W01')).toEqual({
        ...weeklyCheck(scope, 'W01', ['Ada']),
        version: 2,
      })
    })

    it('keeps every part of a rich record, and leaves out what is undefined', async () => {
      const scope = freshScope()
      const record = { ...program(scope, 'draft'), currentGate: undefined, thresholds: { 'W06.ä b': 0.1 + 0.2 } }
      await store.commit([{ kind: 'program', record, expect: 0 }])
      const stored = await store.get('program', { tenantId: scope.tenantId, scope: '-' }, scope.scope)
      expect(stored).toEqual({ ...record, version: 1 })
      expect(Object.keys(stored!)).not.toContain('currentGate')
    })

    it('knows nothing of what was never made', async () => {
      expect(await store.get('weeklyCheck', freshScope(), 'W01')).toBeUndefined()
      expect((await store.list('weeklyCheck', freshScope())).items).toEqual([])
      expect(await store.getMany('weeklyCheck', freshScope(), ['W01'])).toEqual([])
      expect(await store.getMany('weeklyCheck', freshScope(), [])).toEqual([])
    })

    it.each([[false], [true]])('refuses a second making and a stale change (with an event: %s)', async (withEvent) => {
      const scope = freshScope()
      const events = withEvent ? [weekChecked(scope, 'W01')] : []
      await store.commit([check(scope, 'W01')])
      await store.commit([check(scope, 'W01', 1)])
      await expect(store.commit([check(scope, 'W01')], events)).rejects.toEqual(refusal('AlreadyExists'))
      for (const stale of [1, 3]) {
        const commit = store.commit([check(scope, 'W01', stale)], events)
        await expect(commit).rejects.toEqual(refusal('StaleVersion'))
        await expect(commit).rejects.toThrow(/weeklyCheck W01/)
      }
      await expect(store.commit([check(scope, 'W02', 1)], events)).rejects.toEqual(refusal('StaleVersion'))
      expect((await store.events({ tenantId: scope.tenantId, programId: scope.scope })).items).toEqual([])
    })

    it('removes a record only at its version', async () => {
      const scope = freshScope()
      await store.commit([check(scope, 'W01')])
      await expect(store.commit([{ ...check(scope, 'W01', 2), remove: true }])).rejects.toEqual(refusal('StaleVersion'))
      await store.commit([{ ...check(scope, 'W01', 1), remove: true }])
      expect(await store.get('weeklyCheck', scope, 'W01')).toBeUndefined()
      await store.commit([check(scope, 'W01')])
      await store.commit([{ ...check(scope, 'W01', 1), remove: true }], [weekChecked(scope, 'W01')])
      expect(await store.get('weeklyCheck', scope, 'W01')).toBeUndefined()
    })

    it('writes all or nothing', async () => {
      const scope = freshScope()
      await store.commit([check(scope, 'W02')])
      const changes = [check(scope, 'W01'), check(scope, 'W02'), check(scope, 'W03')]
      await expect(store.commit(changes, [weekChecked(scope, 'W01')])).rejects.toThrow(/weeklyCheck W02/)
      expect(await idsOf(scope)).toEqual(['W02'])
      expect((await store.events({ tenantId: scope.tenantId, programId: scope.scope })).items).toEqual([])
    })

    it('refuses what cannot be written, and writes none of it', async () => {
      const scope = freshScope()
      const many = Array.from({ length: 101 }, (_, index) => check(scope, `W${index}`))
      const odd = { ...check(scope, 'W09'), record: { ...weeklyCheck(scope, 'W09'), at: 'yesterday' } }
      const attempts = [
        () => store.commit(many),
        () => store.commit([check(scope, 'W01'), check(scope, 'W01')]),
        () => store.commit([{ ...check(scope, 'W01'), remove: true }]),
        () => store.commit([check(scope, 'W01'), odd as ReturnType<typeof check>]),
        () => store.commit([check(scope, '')]),
        () => store.commit([check(scope, 'W'.repeat(901))]),
        () => store.commit([check({ ...scope, scope: `${scope.scope}#x` }, 'W01')]),
        () => store.getMany('weeklyCheck', scope, Array(101).fill('W01')),
        () => store.list('weeklyCheck', scope, { limit: 0 }),
        () => store.events({ tenantId: scope.tenantId, programId: scope.scope }, { limit: 1_001 }),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toEqual(refusal('InvalidInput'))
      expect(await idsOf(scope)).toEqual([])
      await expect(store.commit([])).resolves.toBeUndefined()
    })

    it('writes a hundred rows in one commit and reads them by id', async () => {
      const scope = freshScope()
      const ids = Array.from({ length: 99 }, (_, index) => `W${index}`)
      await store.commit(
        ids.map((id) => check(scope, id)),
        [weekChecked(scope, 'W01')],
      )
      const found = await store.getMany('weeklyCheck', scope, [...ids.slice(0, 98), 'W0', 'unknown'])
      expect(found.map(({ id }) => id).sort()).toEqual(ids.slice(0, 98).sort())
    })

    it('lists one kind in id order, by prefix, page by page', async () => {
      const scope = freshScope()
      const ids = ['W10', 'W02', 'W1', 'w02', 'W02.b', 'É', 'W02.a', 'V99']
      await store.commit([
        ...ids.map((id) => check(scope, id)),
        { kind: 'member', record: member(scope, 'W03'), expect: 0 },
      ])
      const inOrder = ['V99', 'W02', 'W02.a', 'W02.b', 'W1', 'W10', 'w02', 'É']
      for (const limit of [1, 3, 4, 8, 100]) {
        const { items, pages } = await collect((cursor) => store.list('weeklyCheck', scope, { limit, cursor }))
        expect(items.map(({ id }) => id)).toEqual(inOrder)
        expect(pages).toBe(Math.ceil(ids.length / limit))
      }
      expect(await idsOf(scope, 2, 'W02')).toEqual(['W02', 'W02.a', 'W02.b'])
      expect(await idsOf(scope, 2, 'nothing')).toEqual([])
    })

    it('refuses a cursor it did not give for this list', async () => {
      const scope = freshScope()
      await store.commit([check(scope, 'W01'), check(scope, 'W02')])
      const { cursor } = await store.list('weeklyCheck', scope, { limit: 1 })
      const odd = Buffer.from('[1,2]').toString('base64url')
      for (const bad of ['', 'x', odd, `${cursor}x`, JSON.stringify({ pk: 'a', sk: 'b' })]) {
        await expect(store.list('weeklyCheck', scope, { cursor: bad })).rejects.toEqual(refusal('InvalidInput'))
      }
      await expect(store.list('task', scope, { cursor })).rejects.toEqual(refusal('InvalidInput'))
      await expect(store.list('weeklyCheck', scope, { prefix: 'W03', cursor })).rejects.toEqual(refusal('InvalidInput'))
      const events = store.events({ tenantId: scope.tenantId, programId: scope.scope }, { cursor })
      await expect(events).rejects.toEqual(refusal('InvalidInput'))
    })

    it('shows one organisation nothing of another', async () => {
      const mine = freshScope()
      const theirs = { tenantId: `${mine.tenantId}x`, scope: mine.scope }
      const changes = (scope: Scope) => [check(scope, 'W01'), check(scope, 'W02')]
      await store.commit(changes(mine), [weekChecked(mine, 'W01')])
      await store.commit([{ kind: 'member', record: member(mine, 'ada'), expect: 0 }])
      expect(await store.get('weeklyCheck', theirs, 'W01')).toBeUndefined()
      expect(await store.getMany('weeklyCheck', theirs, ['W01'])).toEqual([])
      expect((await store.list('weeklyCheck', theirs)).items).toEqual([])
      expect((await store.events({ tenantId: theirs.tenantId, programId: theirs.scope })).items).toEqual([])
      expect(await store.programsOf(theirs.tenantId, 'ada')).toEqual([])
      const { cursor } = await store.list('weeklyCheck', mine, { limit: 1 })
      expect((await store.list('weeklyCheck', theirs, { cursor })).items).toEqual([])
      await store.commit(changes(theirs))
      await expect(store.get('weeklyCheck', { tenantId: 'a#b', scope: 'c' }, 'W01')).rejects.toEqual(
        refusal('InvalidInput'),
      )
    })

    it.each([[false], [true]])(
      'lets exactly one of 20 writers win each version (with events: %s)',
      async (withEvent) => {
        const scope = freshScope()
        await store.commit([check(scope, 'W01')])
        for (const version of [1, 2]) {
          const attempts = Array.from({ length: 20 }, (_, writer) => {
            const events = withEvent ? [weekChecked(scope, `writer-${writer}`)] : []
            return store
              .commit([check(scope, 'W01', version, [`writer-${writer}`])], events)
              .then(() => `writer-${writer}`)
          })
          const results = await Promise.allSettled(attempts)
          const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
          const losers = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
          expect(winners).toHaveLength(1)
          expect(losers).toEqual(Array(19).fill(refusal('StaleVersion')))
          const stored = await store.get('weeklyCheck', scope, 'W01')
          expect(stored).toMatchObject({ version: version + 1, reminded: winners })
          const { items } = await store.events({ tenantId: scope.tenantId, programId: scope.scope })
          expect(items).toHaveLength(withEvent ? version : 0)
        }
      },
    )

    it('gives the events of a program in the order of time, and of telling within one moment', async () => {
      const scope = freshScope()
      const early = '2027-01-04T08:00:00Z'
      const late = '2027-03-01T08:00:00Z'
      await store.commit([check(scope, 'W01')], [weekChecked(scope, 'late', late)])
      for (const week of ['1', '2', '3']) {
        const news = [weekChecked(scope, `${week}a`, early), weekChecked(scope, `${week}b`, early)]
        await store.commit([check(scope, `W0${week}x`)], news)
      }
      await store.commit([], [weekChecked(scope, 'alone', '2027-02-01T08:00:00.5Z')])
      const told = await collect((cursor) => {
        return store.events({ tenantId: scope.tenantId, programId: scope.scope }, { limit: 3, cursor })
      })
      const weeks = told.items.map((event) => (event.type === 'week.checked' ? event.week : ''))
      expect(weeks).toEqual(['1a', '1b', '2a', '2b', '3a', '3b', 'alone', 'late'])
      expect(new Set(told.items.map(({ eventId }) => eventId)).size).toBe(8)
      expect(told.items.at(-1)).toMatchObject(weekChecked(scope, 'late', late))
      for (const limit of [1, 3, 8, 100]) {
        const back = await collect((cursor) => {
          return store.events({ tenantId: scope.tenantId, programId: scope.scope }, { limit, cursor, newest: true })
        })
        expect(back.items).toEqual(told.items.toReversed())
        expect(back.pages).toBe(Math.ceil(told.items.length / limit))
      }
    })

    it('lists from the last id backwards, and refuses a cursor of the other order', async () => {
      const scope = freshScope()
      const ids = ['W01', 'W02', 'W03', 'X01']
      await store.commit(ids.map((id) => check(scope, id)))
      for (const limit of [1, 3, 4]) {
        const back = await collect((cursor) => store.list('weeklyCheck', scope, { limit, cursor, newest: true }))
        expect(back.items.map(({ id }) => id)).toEqual(ids.toReversed())
      }
      const latest = await store.list('weeklyCheck', scope, { prefix: 'W', limit: 2, newest: true })
      expect(latest.items.map(({ id }) => id)).toEqual(['W03', 'W02'])
      for (const newest of [true, false]) {
        const { cursor } = await store.list('weeklyCheck', scope, { limit: 1, newest })
        const other = store.list('weeklyCheck', scope, { newest: !newest, cursor })
        await expect(other).rejects.toEqual(refusal('InvalidInput'))
      }
    })

    it('refuses a cursor of the events in the other order', async () => {
      const scope = freshScope()
      const events = (options: { cursor?: string; newest?: boolean }) =>
        store.events({ tenantId: scope.tenantId, programId: scope.scope }, { limit: 1, ...options })
      await store.commit([], [weekChecked(scope, 'a'), weekChecked(scope, 'b')])
      for (const newest of [true, false]) {
        const { cursor } = await events({ newest })
        await expect(events({ newest: !newest, cursor })).rejects.toEqual(refusal('InvalidInput'))
      }
    })

    it('knows the programs that run', async () => {
      const scopes = Object.fromEntries(
        (['draft', 'running', 'paused', 'stopped', 'completed'] as const).map((status) => [status, freshScope()]),
      )
      for (const [status, scope] of Object.entries(scopes)) {
        const record = program(scope, status as 'draft')
        await store.commit([{ kind: 'program', record, expect: 0 }])
      }
      const running = async () => {
        const mine = Object.entries(scopes)
        const found: string[] = []
        for await (const { tenantId, programId } of store.runningPrograms()) {
          found.push(
            ...mine.filter(([, s]) => s.tenantId === tenantId && s.scope === programId).map(([status]) => status),
          )
        }
        return found.sort()
      }
      expect(await running()).toEqual(['paused', 'running'])
      await store.commit([{ kind: 'program', record: program(scopes.running!, 'stopped'), expect: 1 }])
      await store.commit([{ kind: 'program', record: program(scopes.draft!, 'running'), expect: 1 }])
      expect(await running()).toEqual(['draft', 'paused'])
    })

    it('knows the programs a person is a member of, or left with the organisation', async () => {
      const one = freshScope()
      const two = { ...one, scope: `${one.scope}-two` }
      const left = { ...one, scope: `${one.scope}-left` }
      await store.commit([
        { kind: 'member', record: member(one, 'ada'), expect: 0 },
        { kind: 'member', record: member(two, 'ada'), expect: 0 },
        { kind: 'member', record: member(left, 'ada', 'withdrawn'), expect: 0 },
        { kind: 'member', record: member(one, 'adam'), expect: 0 },
      ])
      expect((await store.programsOf(one.tenantId, 'ada')).sort()).toEqual([one.scope, two.scope])
      await store.commit([{ kind: 'member', record: member(one, 'ada', 'left'), expect: 1 }])
      await store.commit([{ kind: 'member', record: member(two, 'ada', 'withdrawn'), expect: 1 }])
      expect(await store.programsOf(one.tenantId, 'ada')).toEqual([one.scope])
    })
  })
}
