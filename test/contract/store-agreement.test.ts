import { ulids } from '@pilotgate/aws/ids'
import { isDomainError } from '@pilotgate/core/errors'
import type { Change, Scope, Store } from '@pilotgate/core/ports'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collect } from './collect.ts'
import { startTable } from './dynamodb-table.ts'
import { fakeStore } from './fakes/store.ts'
import { freshScope, member, program, weekChecked, weeklyCheck } from './samples.ts'

const statuses = ['active', 'withdrawn'] as const
const programStatuses = ['draft', 'running', 'paused', 'stopped', 'completed'] as const

/** What a step changes, before it is known in whose organisation it runs. Few ids and versions, so that steps collide. */
const change = fc.record({
  what: fc.constantFrom('weeklyCheck', 'member', 'program'),
  id: fc.constantFrom('W01', 'W02', 'W02.a'),
  expect: fc.integer({ min: 0, max: 2 }),
  remove: fc.boolean(),
  flavour: fc.nat(100),
})
const step = fc.record({
  changes: fc.array(change, { maxLength: 3 }),
  events: fc.array(fc.record({ week: fc.constantFrom('a', 'b', 'c'), hour: fc.integer({ min: 10, max: 14 }) }), {
    maxLength: 2,
  }),
})

const toChange = (
  scope: Scope,
  { what, id, expect, remove, flavour }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Change => {
  const rest = { expect, remove: remove && flavour % 3 === 0 }
  if (what === 'member') return { kind: 'member', record: member(scope, id, statuses[flavour % 2]), ...rest }
  if (what === 'weeklyCheck') return { kind: 'weeklyCheck', record: weeklyCheck(scope, id, [`${flavour}`]), ...rest }
  const record = {
    ...program({ ...scope, scope: id }, programStatuses[flavour % 5]!),
    thresholds: { [id]: flavour / 7 },
  }
  return { kind: 'program', record, ...rest }
}

/** All that can be seen of an organisation through the port. */
const seen = async (store: Store, scope: Scope) => {
  const home = { ...scope, scope: '-' }
  const running: string[] = []
  for await (const { tenantId, programId } of store.runningPrograms()) {
    if (tenantId === scope.tenantId) running.push(programId)
  }
  const events = await collect((cursor) => {
    return store.events({ tenantId: scope.tenantId, programId: scope.scope }, { limit: 2, cursor })
  })
  return {
    checks: (await collect((cursor) => store.list('weeklyCheck', scope, { limit: 2, cursor }))).items,
    prefixed: (await store.list('weeklyCheck', scope, { prefix: 'W02' })).items,
    members: (await store.list('member', scope)).items,
    programs: (await store.list('program', home)).items,
    running: running.sort(),
    programsOf: await store.programsOf(scope.tenantId, 'W01'),
    // Ids differ between the two by their random part.
    events: events.items.map(({ eventId: _, ...event }) => event),
  }
}

describe('the fake store and DynamoDB', () => {
  let started: Awaited<ReturnType<typeof startTable>>
  beforeAll(async () => {
    started = await startTable()
  })
  afterAll(() => started.database.stop())

  it('agree after any commits, in what is refused and in what is seen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const scope = freshScope()
        const fake = fakeStore(ulids())
        const commit = async (store: Store, { changes, events }: (typeof steps)[number]) => {
          const news = events.map(({ week, hour }) => weekChecked(scope, week, `2027-01-04T${hour}:00:00Z`))
          try {
            await store.commit(
              changes.map((each) => toChange(scope, each)),
              news,
            )
            return 'done'
          } catch (error) {
            if (isDomainError(error)) return `${error.code}: ${error.message}`
            throw error
          }
        }
        for (const each of steps) expect(await commit(started.store, each)).toBe(await commit(fake, each))
        expect(await seen(started.store, scope)).toEqual(await seen(fake, scope))
      }),
      { numRuns: 60 },
    )
  })
})
