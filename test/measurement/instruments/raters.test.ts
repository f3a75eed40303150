import { nameRaters, ratersProblems, readRaters } from '@pilotgate/core/measurement/instruments/name-raters'
import { expect, it } from 'vitest'
import { names } from './responses.ts'
import { gateOf, instrumentWorld, opened } from './world.ts'

const world = await instrumentWorld()
await world.person('anna', ['hr analytics'])
await world.person('zoe', ['sponsor'])
const programId = world.scope.scope
const name = (expected: number, personIds: string[], who = world.as('paul', 'participant'), about = 'paul') =>
  nameRaters(world.at(opened), who, programId, about, expected, personIds)
const read = (who = world.as('paul', 'participant'), about = 'paul') => readRaters(world.store, who, programId, about)

it('has default raters until somebody names some', async () => {
  expect(await read()).toMatchObject({ named: false, version: 0 })
  expect((await read()).raters.map(({ personId, relation }) => `${personId} ${relation}`)).toEqual([
    'carl coach',
    'per peer',
    'pia peer',
    'pat peer',
  ])
})

it('takes those whom the participant or HR analytics names, and asks them', async () => {
  expect(await name(0, ['zoe', 'mia'])).toMatchObject({
    named: true,
    version: 1,
    raters: [
      { personId: 'zoe', relation: 'sponsor', member: true },
      { personId: 'mia', relation: 'manager', member: true },
    ],
  })
  await expect(name(0, ['zoe'])).rejects.toMatchObject({ code: 'StaleVersion' })
  await name(1, ['zoe', 'carl'], world.as('anna', 'hr analytics'))
  const tasks = await world.ask(gateOf('W05', 'baseline-360'))
  expect(tasks.map(({ personId }) => personId)).toEqual(['paul', 'zoe', 'carl'])
})

it('shows the raters of somebody else to nobody but who may name them', async () => {
  const unknown = { code: 'NotFound' }
  await expect(read(world.as('pia', 'participant'))).rejects.toMatchObject(unknown)
  await expect(name(2, [], world.as('pia', 'participant', 'sponsor'))).rejects.toMatchObject(unknown)
  await expect(read(world.as('anna', 'hr analytics'), 'carl')).rejects.toMatchObject(unknown)
})

const members = [
  { id: 'carl', learnerKind: 'person' as const },
  { id: 'robo', learnerKind: 'agent' as const },
  ...names(13, 'm').map((id) => ({ id, learnerKind: 'person' as const })),
]
it.each([
  [['paul'], 'personIds.0', 'rate themselves anyway'],
  [['carl', 'carl'], 'personIds.1', 'Stands above already'],
  [['stranger'], 'personIds.0', 'neither active in the program'],
  [['carl', 'robo'], 'personIds.1', 'autonomous agent'],
  [names(13, 'm'), 'personIds', 'Name 12 raters at most, not 13.'],
])('refuses %j', (personIds, field, words) => {
  expect(ratersProblems(members, 'paul', 'boss', personIds)).toEqual([
    { field, problem: expect.stringContaining(words) },
  ])
})

it('takes twelve, and a manager who is no member', () => {
  expect(ratersProblems(members, 'paul', 'boss', [...names(11, 'm'), 'boss'])).toEqual([])
})
