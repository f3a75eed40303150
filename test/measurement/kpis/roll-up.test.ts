import { ulids } from '@pilotgate/aws/ids'
import type { Event } from '@pilotgate/core/events'
import { rollupsOf } from '@pilotgate/core/measurement/kpis/fold'
import { reconcile } from '@pilotgate/core/measurement/kpis/reconcile'
import { rollUp } from '@pilotgate/core/measurement/kpis/roll-up'
import type { Scope, Store } from '@pilotgate/core/ports'
import { allOf } from '@pilotgate/core/program/load'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeStore } from '../../contract/fakes/store.ts'
import { freshScope, program } from '../../contract/samples.ts'
import { foldOf, session } from './events.ts'
import { type History, history, writesOf } from './histories.ts'

const now = '2027-06-01T08:00:00.000Z'

/** A store in which a history happened; its events, as the outbox has them. */
const happened = async (past: History) => {
  const store = fakeStore(ulids())
  const scope = freshScope()
  await store.commit([{ kind: 'program', record: program(scope, 'running'), expect: 0 }])
  const told = new Map<string, Event>()
  for (const [index, { change, event }] of writesOf(scope, past).entries()) {
    await store.commit([change])
    told.set(JSON.stringify(event), { ...event, eventId: `E${index}` })
  }
  return { store, scope, events: [...told.values()] }
}

/** The same events in another order, some of them two or three times, in batches. */
const delivered = (events: Event[], chances: number[]): Event[][] => {
  const at = (index: number) => chances[index % chances.length]!
  const all = [...events, ...events.filter((_, index) => at(index) % 3 === 0), ...events.slice(0, at(0) % 7)]
  const mixed = all.map((event, index) => ({ event, place: (at(index) * 7919 + index * 104_729) % 65_537 }))
  mixed.sort((one, other) => one.place - other.place)
  const batches: Event[][] = []
  for (let start = 0; start < mixed.length; ) {
    const size = 1 + (at(start) % 100)
    batches.push(mixed.slice(start, start + size).map(({ event }) => event))
    start += size
  }
  return batches
}

const storedRollups = async (store: Store, scope: Scope) =>
  Object.fromEntries(
    (await allOf(store, 'rollup', scope)).flatMap(({ id, counters }) =>
      Object.keys(counters).length > 0 ? [[id, counters]] : [],
    ),
  )
const nonEmpty = (rollups: ReturnType<typeof rollupsOf>) =>
  Object.fromEntries([...rollups].filter(([, counters]) => Object.keys(counters).length > 0))

const counting = (store: Store) => {
  const calls = { reads: 0, commits: 0 }
  const counted: Store = {
    ...store,
    getMany: (...args) => {
      calls.reads += 1
      return store.getMany(...args)
    },
    commit: (...args) => {
      calls.commits += 1
      return store.commit(...args)
    },
  }
  return { calls, counted }
}

describe('rollups', () => {
  it('are the same by stream, by fold and out of the rows, with duplicates and in any order', async () => {
    const chances = fc.array(fc.nat({ max: 65_536 }), { minLength: 5, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(history, chances, async (past, dice) => {
        const { store, scope, events } = await happened(past)
        const batches = delivered(events, dice)
        for (const batch of batches) await rollUp({ store }, batch)
        const inOrder = nonEmpty(rollupsOf(foldOf(events)))
        expect(await storedRollups(store, scope)).toEqual(inOrder)
        expect(nonEmpty(rollupsOf(foldOf(batches.flat())))).toEqual(inOrder)
        const found = await reconcile({ store, now }, scope.tenantId, scope.scope)
        expect(found.differences).toEqual([])
        expect(found.rows).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  it('hold no words and no names', async () => {
    const [past] = fc.sample(history, { numRuns: 1, seed: 7 })
    const { store, scope, events } = await happened(past!)
    await rollUp({ store }, events)
    const kept = [await allOf(store, 'rollup', scope), await allOf(store, 'contribution', scope)]
    expect(kept.flat().length).toBeGreaterThan(10)
    expect(JSON.stringify(kept)).not.toMatch(/Secret|Seen/)
  })

  it('need few calls for a batch of a hundred events, and none to write it twice', async () => {
    const { store, scope } = await happened(fc.sample(history, { numRuns: 1, seed: 1 })[0]!)
    const of = { tenantId: scope.tenantId, programId: scope.scope }
    const batch = Array.from({ length: 100 }, (_, index) => {
      const engagementId = `p${index % 40}.R001.coach`
      return { ...session({ startsAt: `2027-01-${10 + (index % 14)}T09:00:00Z`, engagementId }), ...of }
    })
    const { calls, counted } = counting(store)
    await rollUp({ store: counted }, batch)
    expect(calls).toEqual({ reads: 2, commits: 2 })
    await rollUp({ store: counted }, batch)
    expect(calls).toEqual({ reads: 3, commits: 2 })
  })

  it('count right when two readers of the stream write at once', async () => {
    const { store, scope } = await happened(fc.sample(history, { numRuns: 1, seed: 1 })[0]!)
    const of = { tenantId: scope.tenantId, programId: scope.scope }
    const events = Array.from({ length: 60 }, () => ({ ...session(), ...of }))
    await Promise.all([0, 20, 40].map((start) => rollUp({ store }, events.slice(start, start + 30))))
    expect((await storedRollups(store, scope))['program.2027-W01']).toEqual({
      'sessions.completed': 60,
      'sessions.scheduled': 60,
    })
  })

  it('leave events of no KPI alone, and read no program for them', async () => {
    const store = fakeStore(ulids())
    const base = { eventId: 'E', tenantId: 'T', programId: 'nobody', at: now, by: 'ann' }
    await expect(rollUp({ store }, [{ ...base, type: 'program.started' }])).resolves.toBeUndefined()
    await expect(rollUp({ store }, [{ ...session(), programId: 'nobody' }])).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('reconciling', () => {
  const world = async () => {
    const past = fc.sample(history, { numRuns: 1, seed: 3 })[0]!
    const made = await happened(past)
    await rollUp({ store: made.store }, made.events)
    const ask = (repair = false) =>
      reconcile({ store: made.store, now }, made.scope.tenantId, made.scope.scope, { repair })
    return { ...made, ask }
  }

  it('finds what was lost, what is wrong and what is not there, and puts it right', async () => {
    const { store, scope, ask } = await world()
    const [row, other] = await allOf(store, 'contribution', scope)
    const [rollup] = await allOf(store, 'rollup', scope, 'program.')
    await store.commit([
      { kind: 'contribution', record: row!, expect: row!.version, remove: true },
      { kind: 'contribution', record: { ...other!, shares: [] }, expect: other!.version },
      { kind: 'contribution', record: { ...other!, id: 'session.nobody.S001', version: 0 }, expect: 0 },
      { kind: 'rollup', record: { ...rollup!, counters: { 'sessions.scheduled': 999 } }, expect: rollup!.version },
    ])
    const { differences, repaired } = await ask()
    expect(repaired).toBe(0)
    expect(differences.map(({ what, id, reason }) => [what, id, reason])).toEqual([
      ...[
        ['contribution', row!.id, 'missing'],
        ['contribution', other!.id, 'wrong'],
        ['contribution', 'session.nobody.S001', 'no row'],
      ].sort((one, two) => (one[1]! < two[1]! ? -1 : 1)),
      ['rollup', rollup!.id, 'wrong'],
    ])
    expect((await ask(true)).repaired).toBe(4)
    expect((await ask()).differences).toEqual([])
  })

  it('tells what the stream has not come to yet as behind or missing', async () => {
    const { store, scope, ask } = await world()
    const { items } = await store.list('reading', scope, {})
    const reading = items[0]!
    await store.commit([{ kind: 'reading', record: { ...reading, part: 4.999 }, expect: reading.version }])
    const found = (await ask()).differences.find(({ what }) => what === 'contribution')
    expect(found).toMatchObject({ id: `reading.${reading.id}`, reason: 'behind' })
  })

  it('starts over when the stream writes while it repairs', async () => {
    const { store, scope, ask } = await world()
    const [rollup] = await allOf(store, 'rollup', scope, 'program.')
    await store.commit([{ kind: 'rollup', record: { ...rollup!, counters: {} }, expect: rollup!.version }])
    let raced = false
    const racing: Store = {
      ...store,
      commit: async (changes, events) => {
        if (!raced) {
          raced = true
          const [now] = await allOf(store, 'rollup', scope, rollup!.id)
          await store.commit([{ kind: 'rollup', record: { ...now!, counters: { odd: 1 } }, expect: now!.version }])
        }
        return store.commit(changes, events)
      },
    }
    const done = await reconcile({ store: racing, now }, scope.tenantId, scope.scope, { repair: true })
    expect([raced, done.repaired]).toEqual([true, 1])
    expect((await ask()).differences).toEqual([])
  })
})
