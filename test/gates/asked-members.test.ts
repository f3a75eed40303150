import { askedMembers } from '@pilotgate/core/gates/asked-members'
import type { Role } from '@pilotgate/core/program/roles'
import { beforeEach, expect, it } from 'vitest'
import { type World, world } from '../selection/candidacy/world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})

const asked = async (role: Role) => {
  const { items } = await here.store.list('member', here.scope)
  return (await askedMembers(here.store, here.scope.tenantId, items, role)).map(({ id }) => id)
}

it('asks everyone with the role where nobody was selected here', async () => {
  expect(await asked('mentor')).toEqual(['maja', 'max', 'mia'])
})

it('asks only those mentors who have passed once somebody has, suspended or not', async () => {
  await here.writeCredential('max')
  await here.writeCredential('mia', { status: 'suspended' })
  expect(await asked('mentor')).toEqual(['max', 'mia'])
  expect(await asked('coach')).toEqual(['cora'])
  expect(await asked('supervisor')).toEqual(['sven'])
})
