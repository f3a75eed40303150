import { actInProgram } from '@pilotgate/core/program/act-in-program'
import { allOf } from '@pilotgate/core/program/load'
import { listMyPrograms } from '@pilotgate/core/program/read-program'
import type { Task } from '@pilotgate/core/program/task'
import { withdrawMember } from '@pilotgate/core/program/withdraw-member'
import { beforeEach, expect, it } from 'vitest'
import { start, world } from '../matching/review/world.ts'
import { peopleChanges } from './people-changes.ts'

let here: Awaited<ReturnType<typeof world>>
let people: ReturnType<typeof peopleChanges>
beforeEach(async () => {
  here = await world()
  people = peopleChanges(here)
  await here.person('olga', ['program owner'])
  await here.person('lars', ['program lead', 'hr analytics'])
})

const task = (id: string, personId: string, more: Partial<Task> = {}): Task => ({
  ...{ ...here.scope, id, version: 0, gate: 'W06', round: 1, kind: 'do', title: `Task ${id}`, why: 'Decided.' },
  ...{ role: 'program lead', personId, openedAt: start, dueAt: start, status: 'open', reminders: 1, escalated: false },
  ...more,
})
const add = async (...tasks: Task[]) => {
  for (const record of tasks) await here.write({ kind: 'task', record, expect: 0 })
}
const tasks = () => allOf(here.store, 'task', here.scope)
const leave = async (personId: string) => {
  const changeId = await people.change(personId, 'terminated', start)
  await people.settle(3)
  return changeId
}
const member = (id: string) => here.store.get('member', here.scope, id)

it('hands the open tasks of who leaves to others, once, and leaves those that are done', async () => {
  const many = Array.from({ length: 70 }, (_, index) => `W06.${String(index).padStart(2, '0')}`)
  await add(...many.map((id) => task(id, 'lars', { title: id })), task('W07.done', 'lars', { status: 'done' }))
  await add(task('W08.vote', 'lars', { kind: 'vote' }))
  const changeId = await leave('lars')
  const after = await tasks()
  expect(after.filter(({ status, personId }) => status === 'open' && personId === 'olga')).toHaveLength(70)
  expect(after.find(({ id }) => id === 'W07.done')).toMatchObject({ personId: 'lars', status: 'done' })
  expect(after.find(({ id }) => id === 'W08.vote')).toMatchObject({ personId: 'lars', status: 'cancelled' })
  const told = (await here.events()).filter(({ type }) => type === 'task.reassigned')
  expect(told).toHaveLength(70)
  expect(told[0]).toMatchObject({ personId: 'olga', changeId, by: 'pilotgate' })
  expect((await people.effects(changeId)).sort()).toEqual(
    ['left the program', 'task cancelled W08.vote', ...many.map((id) => `task reassigned ${id}`)].sort(),
  )
})

it('lets nobody who has left see anything', async () => {
  await leave('lars')
  const claim = { tenantId: here.scope.tenantId, scope: '-', id: 'lars@nw.test', version: 0, personId: 'lars' }
  await here.write({ kind: 'emailClaim', record: claim, expect: 0 })
  const caller = { tenantId: here.scope.tenantId, email: 'lars@nw.test', name: 'Lars', roles: [] }
  expect(await listMyPrograms(here.store, caller)).toEqual([])
  await expect(actInProgram(here.store, caller, here.programId, 'read program')).rejects.toMatchObject({
    code: 'NotFound',
  })
  await people.change('lars', 'rehired', start)
  await people.settle()
  expect(await listMyPrograms(here.store, caller)).toHaveLength(1)
})

it('keeps the only program owner, tells of it once, and lets one of two go', async () => {
  await add(task('W06.1', 'olga', { role: 'program owner' }))
  const changeId = await leave('olga')
  expect(await member('olga')).toMatchObject({ status: 'active' })
  expect((await tasks())[0]).toMatchObject({ personId: 'olga', status: 'open' })
  expect(await people.effects()).toEqual(['last owner stays'])
  expect((await here.events()).filter(({ type }) => type === 'member.left')).toMatchObject([
    { personId: 'olga', changeId },
  ])
  await here.person('otto', ['program owner'])
  await people.again()
  expect(await member('olga')).toMatchObject({ status: 'active' })
  await leave('otto')
  expect(await member('otto')).toMatchObject({ status: 'left' })
})

it('can be taken out of the program for good, and does not come back then', async () => {
  await leave('lars')
  await withdrawMember(here.at(), here.owner, here.programId, 'lars', 'Left the company')
  await people.change('lars', 'rehired', start)
  await people.settle()
  expect(await member('lars')).toMatchObject({ status: 'withdrawn' })
})
