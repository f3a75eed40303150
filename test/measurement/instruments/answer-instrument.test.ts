import type { InstrumentTask } from '@pilotgate/core/measurement/instruments/instrument-task'
import { beforeEach, expect, it } from 'vitest'
import { fill, gateOf, type InstrumentWorld, instrumentWorld } from './world.ts'

let world: InstrumentWorld
let task: InstrumentTask
beforeEach(async () => {
  world = await instrumentWorld()
  const tasks = (await world.ask(gateOf('W05', 'baseline-360'))) as InstrumentTask[]
  task = tasks.find(({ personId }) => personId === 'carl')!
})

const told = async () => {
  const { tenantId, scope: programId } = world.scope
  const { items } = await world.store.events({ tenantId, programId }, { limit: 1000 })
  return items.filter(({ type }) => type === 'response.recorded')
}

it('keeps the response, tells of it and does the task, once', async () => {
  expect(await world.answer(task, fill(task, 4))).toMatchObject({ status: 'done', doneBy: 'carl' })
  const again = fill(task, 4)
  const turned = { ...again, ratings: Object.fromEntries(Object.entries(again.ratings!).toReversed()) }
  expect(await world.answer(task, turned)).toMatchObject({ status: 'done' })
  expect(await world.all('response')).toMatchObject([
    { id: task.id, relation: 'coach', bank: 1, subjectId: 'paul', respondentId: 'carl', yes: {}, version: 1 },
  ])
  expect(await told()).toMatchObject([{ responseId: task.id, revision: 1, relation: 'coach', ratings: again.ratings }])
})

it('tells nothing of the answer in the task, which others see', async () => {
  const done = await world.answer(task, fill(task, 4))
  expect(done.answer).toBeUndefined()
  expect(done.note).toBeUndefined()
})

it('takes one of two answers at once', async () => {
  const both = await Promise.allSettled([world.answer(task, fill(task, 4)), world.answer(task, fill(task, 5))])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'AlreadyDecided' } })
  expect(await world.all('response')).toHaveLength(1)
})

it.each([
  ['another answer', async () => world.answer(task, fill(task, 5)), 'AlreadyDecided'],
  ['somebody else, who is no rater', async () => world.answer(task, fill(task), 'mia'), 'NotAllowed'],
  ['the participant in the place of the coach', async () => world.answer(task, fill(task), 'paul'), 'NotAllowed'],
])('refuses %s', async (_, act, code) => {
  await world.answer(task, fill(task, 4))
  await expect(act()).rejects.toMatchObject({ code })
  expect(await world.all('response')).toHaveLength(1)
})

it('names each rating that is missing or out of range', async () => {
  const ratings = { 'delegation-1': 6, 'delegation-2': 3 }
  await expect(world.answer(task, { kind: 'baseline-360', ratings })).rejects.toMatchObject({
    code: 'InvalidInput',
    problems: [{ field: 'answer.ratings.delegation-1' }, { field: 'answer.ratings.delegation-3' }],
  })
  await expect(world.answer(task, undefined)).rejects.toMatchObject({ code: 'InvalidInput' })
  expect(await told()).toEqual([])
})

it.each([
  ['the gate is closed', 'task', { status: 'cancelled' }],
  ['the program is over', 'program', { status: 'stopped' }],
  ['the person it is about left', 'member', { status: 'withdrawn' }],
] as const)('refuses an answer when %s', async (_, kind, change) => {
  const { store, scope, write } = world
  const place = kind === 'program' ? { ...scope, scope: '-' } : scope
  const id = { task: task.id, program: scope.scope, member: 'paul' }[kind]
  const record = (await store.get(kind, place, id))!
  await write({ kind, record: { ...record, ...change } as never, expect: record.version })
  await expect(world.answer(task, fill(task))).rejects.toMatchObject({ code: 'NotPossibleNow' })
  expect(await world.all('response')).toEqual([])
})

it('knows how those who answer stand to the participant', async () => {
  await world.share('paul')
  await world.ask(gateOf('W11', 'manager-attestation', 'pulse'))
  await world.answerAll()
  const found = (await world.all('response')).map(({ instrument, respondentId, relation }) =>
    [instrument, respondentId, relation].join(' '),
  )
  expect(found).toEqual(
    expect.arrayContaining([
      'baseline-360 paul self',
      'baseline-360 carl coach',
      'baseline-360 pia peer',
      'pulse paul self',
      'manager-attestation mia manager',
    ]),
  )
})
