import { computedFacts, isComputed } from '@pilotgate/core/gates/computed-facts'
import { weeklyCheck } from '@pilotgate/core/gates/weekly-check'
import { loadMembers, loadProgram } from '@pilotgate/core/program/load'
import { shippedTemplates } from '@pilotgate/core/program/templates/index'
import { beforeEach, expect, it } from 'vitest'
import * as form from './forms.ts'
import { day, start, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
const fact = async (name: string) => {
  const program = await loadProgram(here.store, here.scope.tenantId, here.programId)
  const members = await loadMembers(here.store, program)
  const rows = { store: here.store, program, members, tasksOf: async () => [], now: start }
  return (await computedFacts([name], rows)).get(name)?.value
}

it('a program that selects nobody by itself counts its whole roster, and people state the medians', async () => {
  expect(await fact('provider-calibration')).toBeUndefined()
  expect(await fact('coach-time-protected')).toBeUndefined()
  expect(await fact('pool-covers-cohort')).toEqual({ kind: 'yes-no', yes: true })
  expect(['provider-calibration', 'coach-time-protected', 'pool-covers-cohort'].map(isComputed)).toEqual([
    false,
    false,
    true,
  ])
})

it('where it selects, only places of who passed count (W03)', async () => {
  await here.open('cora', 'external-coach')
  expect(await fact('pool-covers-cohort')).toEqual({ kind: 'yes-no', yes: false })
  await here.writeCredential('max', { status: 'suspended' })
  expect(await fact('pool-covers-cohort')).toEqual({ kind: 'yes-no', yes: false })
  await here.writeCredential('maja')
  expect(await fact('pool-covers-cohort')).toEqual({ kind: 'yes-no', yes: true })
})

it('the lowest median of who passed, is active and holds the role', async () => {
  await here.writeCredential('max', { calibration: { median: 4, members: 5 } })
  await here.writeCredential('maja', { calibration: { median: 4.5, members: 3 } })
  await here.writeCredential('mia', { calibration: { median: 2, members: 3 }, status: 'lapsed' })
  await here.writeCredential('cora', { calibration: { median: 2, members: 3 } })
  expect(await fact('provider-calibration')).toEqual({ kind: 'rating', median: 4, answers: 5 })
  await here.leave('max')
  expect(await fact('provider-calibration')).toEqual({ kind: 'rating', median: 4.5, answers: 3 })
})

it('the time of an internal coach is protected once the manager has signed', async () => {
  const { id } = await here.open('cora', 'internal-coach')
  expect(await fact('coach-time-protected')).toEqual({ kind: 'ratio', part: 0, whole: 1 })
  await here.ask(id, 'time-allocation')
  await here.answer('cora', 'time-allocation-candidate', form.signature('Cora Muster'))
  expect(await fact('coach-time-protected')).toEqual({ kind: 'ratio', part: 0, whole: 1 })
  await here.answer('manny', 'time-allocation-manager', form.signature('Manny Muster', { protectedPercent: 10 }))
  expect(await fact('coach-time-protected')).toEqual({ kind: 'ratio', part: 1, whole: 1 })
})

it('the weekly check does not chase what the machine of a selection reminds of', async () => {
  const { id } = await here.open('cora', 'external-coach')
  await here.ask(id, 'application')
  const { tenantId } = here.scope
  const template = { ...shippedTemplates[0]!, templateId: 'pilot' }
  const about = { tenantId, scope: '-', id: 'pilot@1', version: 0, templateVersion: 1 }
  const gate = { id: 'W01', status: 'closed' as const, opensAt: start, checksAt: start, round: 1 }
  await here.write(
    { kind: 'template', record: { ...about, template, createdBy: 'olga', createdAt: start }, expect: 0 },
    {
      kind: 'gate',
      record: { ...here.scope, version: 0, ...gate, evaluations: [], decisions: [], votes: [], reminders: 0 },
      expect: 0,
    },
  )
  expect((await here.tasks())[0]!.dueAt < day(14)).toBe(true)
  expect(await weeklyCheck(here.at(day(14)), tenantId, here.programId)).toMatchObject({ reminded: [], escalated: [] })
  expect(await here.told()).not.toContain('task.reminded')
})
