import { knowingTemplates } from '@pilotgate/aws/dynamodb/known-templates'
import { ulids } from '@pilotgate/aws/ids'
import type { Store } from '@pilotgate/core/ports'
import { organisation } from '@pilotgate/core/program/record'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeStore } from './fakes/store.ts'
import { freshScope, weeklyCheck } from './samples.ts'

const scope = { tenantId: freshScope().tenantId, scope: organisation }
const id = 'leadership-pilot-24w@1'
let beneath: Store
let store: Store
let reads: ReturnType<typeof vi.spyOn>

beforeEach(async () => {
  beneath = fakeStore(ulids())
  reads = vi.spyOn(beneath, 'get')
  store = knowingTemplates(beneath)
})

const save = (name = id) =>
  beneath.commit([{ kind: 'template', record: { ...scope, id: name, version: 0, ...row }, expect: 0 }])
const row = {
  template: leadershipPilot24w,
  templateVersion: 1,
  createdBy: 'pilotgate',
  createdAt: '2027-01-04T08:00:00Z',
}

it('reads a version of a template once, and hands out copies that nobody can spoil', async () => {
  await save()
  const first = (await store.get('template', scope, id))!
  first.template.gates.length = 0
  expect((await store.get('template', scope, id))!.template.gates).toHaveLength(leadershipPilot24w.gates.length)
  expect(reads).toHaveBeenCalledTimes(1)
})

it('asks again for what was not there, and keeps organisations apart', async () => {
  expect(await store.get('template', scope, id)).toBeUndefined()
  await save()
  expect(await store.get('template', scope, id)).toMatchObject({ id })
  expect(await store.get('template', { ...scope, tenantId: 'another' }, id)).toBeUndefined()
})

it('reads everything else afresh', async () => {
  const here = freshScope()
  await beneath.commit([{ kind: 'weeklyCheck', record: weeklyCheck(here, 'W01'), expect: 0 }])
  await store.get('weeklyCheck', here, 'W01')
  await store.get('weeklyCheck', here, 'W01')
  expect(reads).toHaveBeenCalledTimes(2)
})

it('forgets the version known longest when there are many', async () => {
  for (let version = 1; version <= 51; version += 1) await save(`t@${version}`)
  for (let version = 1; version <= 51; version += 1) await store.get('template', scope, `t@${version}`)
  reads.mockClear()
  await store.get('template', scope, 't@51')
  expect(reads).not.toHaveBeenCalled()
  await store.get('template', scope, 't@1')
  expect(reads).toHaveBeenCalledTimes(1)
})
