import type { DeliverableForm } from '@pilotgate/core/measurement/deliverables/deliverable'
import { saveDeliverable, writersOf } from '@pilotgate/core/measurement/deliverables/save-deliverable'
import { newestMeasured, readMeasured } from '@pilotgate/core/measurement/read-measured'
import type { Role } from '@pilotgate/core/program/roles'
import { describe, expect, test } from 'vitest'
import { measurementWorld, start } from './world.ts'

const world = await measurementWorld()
const { store, scope, programId, work, as, person, told } = world
await person('zofia', 'participant')
await person('kurt', 'coach')

const budget: DeliverableForm = {
  kind: 'budget',
  currency: 'EUR',
  lines: [{ item: 'Training', planned: 100, plannedToDate: 50, spent: 40 }],
  asOf: '2027-06-07',
}
const study: DeliverableForm = {
  kind: 'case-study',
  title: 'Decisions',
  situation: 'Slow',
  intervention: 'Coaching',
  result: 'Faster',
  agreed: false,
}
const scaling: DeliverableForm = {
  kind: 'scaling-plan',
  cohortSize: 40,
  startsOn: '2027-09-01',
  steps: ['Recruit'],
  currency: 'EUR',
  costs: [],
}
const plan: DeliverableForm = {
  kind: 'measurement-plan',
  queries: [{ name: 'Attendance', query: 'select 1', kpi: 'K1' }],
  loads: [{ name: 'Sessions', schedule: 'daily' }],
}
const save = (form: DeliverableForm, ...roles: Role[]) =>
  saveDeliverable(work(), as('writer', ...roles), programId, { form, ready: false })

describe('who writes what', () => {
  test.each<[DeliverableForm, Role, Role]>([
    [study, 'sponsor', 'finance'],
    [budget, 'finance', 'sponsor'],
    [scaling, 'procurement', 'hr analytics'],
    [plan, 'hr analytics', 'procurement'],
  ])('%j', async (form, may, mayNot) => {
    expect(await save(form, may)).toMatchObject({ status: 'draft', by: 'writer', at: start, version: 1 })
    expect((await save(form, 'learning operations')).id).toMatch(new RegExp(`^${form.kind}\\.`))
    await expect(save(form, mayNot)).rejects.toMatchObject({
      code: 'NotAllowed',
      message: expect.stringContaining(writersOf[form.kind].join(', ')),
    })
  })
})

describe('a draft', () => {
  test('becomes ready in a new version, and stays as it is from then on', async () => {
    const finance = as('fin', 'finance')
    const draft = await saveDeliverable(work(), finance, programId, { form: budget, ready: false })
    const known = { deliverableId: draft.id, version: 1 }
    const ready = await saveDeliverable(work(), finance, programId, { form: budget, ready: true }, known)
    expect(ready).toMatchObject({ id: draft.id, version: 2, status: 'ready' })
    expect(await readMeasured(store, finance, programId, 'deliverable', draft.id)).toEqual(ready)
    const again = saveDeliverable(work(), finance, programId, { form: budget, ready: true }, { ...known, version: 2 })
    await expect(again).rejects.toMatchObject({ code: 'NotPossibleNow' })
    const events = (await told()).filter(({ type }) => type === 'deliverable.saved').slice(-2)
    expect(events).toMatchObject([
      { deliverableId: draft.id, ready: false, by: 'fin' },
      { deliverableId: draft.id, ready: true, by: 'fin' },
    ])
    const counts = ({ status }: { status: string }) => status === 'ready'
    expect(await newestMeasured(store, scope, 'deliverable', { prefix: 'budget.', counts })).toEqual(ready)
  })

  test('is not changed over a newer version, nor into another kind', async () => {
    const owner = as('owner', 'program owner')
    const draft = await saveDeliverable(work(), owner, programId, { form: budget, ready: false })
    const change = (form: DeliverableForm, version: number) =>
      saveDeliverable(work(), owner, programId, { form, ready: false }, { deliverableId: draft.id, version })
    await expect(change(budget, 7)).rejects.toMatchObject({ code: 'StaleVersion' })
    await expect(change(plan, 1)).rejects.toMatchObject({ problems: [{ field: 'form.kind' }] })
    const unknown = { deliverableId: 'budget.none', version: 1 }
    const nothing = saveDeliverable(work(), owner, programId, { form: budget, ready: false }, unknown)
    await expect(nothing).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('a case study about a participant', () => {
  test.each([
    [{ participantId: 'zofia', agreed: false }, 'form.agreed'],
    [{ participantId: 'kurt', agreed: true }, 'form.participantId'],
    [{ participantId: 'nobody', agreed: true }, 'form.participantId'],
  ])('is refused: %j', async (about, field) => {
    await expect(save({ ...study, ...about }, 'sponsor')).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field }],
    })
  })

  test('is kept once they have agreed', async () => {
    const form = { ...study, participantId: 'zofia', agreed: true }
    expect((await save(form, 'sponsor')).form).toEqual(form)
  })
})

test.each<[DeliverableForm, string]>([
  [{ ...budget, asOf: '2027-06-08' }, 'form.asOf'],
  [{ ...plan, queries: [{ name: 'x', query: 'y', kpi: 'K99' }] }, 'form.queries.0.kpi'],
  [{ ...plan, loads: [{ name: 'x', schedule: 'daily', lastRanOn: '2027-06-08' }] }, 'form.loads.0.lastRanOn'],
])('what cannot be is refused: %j', async (form, field) => {
  await expect(save(form, 'program owner')).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
})

test('another organisation finds nothing', async () => {
  const mine = await save(budget, 'finance')
  const stranger = { ...as('x', 'program owner'), tenantId: 'another' }
  await expect(readMeasured(store, stranger, programId, 'deliverable', mine.id)).rejects.toMatchObject({
    code: 'NotFound',
    message: `There is no deliverable "${mine.id}" in this program.`,
  })
})
