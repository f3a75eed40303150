import { ulids } from '@pilotgate/aws/ids'
import { collectFacts } from '@pilotgate/core/gates/collect-facts'
import { computedFacts } from '@pilotgate/core/gates/computed-facts'
import { evaluateCondition } from '@pilotgate/core/gates/evaluate-criterion'
import type { DeliverableForm } from '@pilotgate/core/measurement/deliverables/deliverable'
import { rollUp } from '@pilotgate/core/measurement/kpis/roll-up'
import { recordReading } from '@pilotgate/core/measurement/readings/record-readings'
import { loadMembers, loadProgram } from '@pilotgate/core/program/load'
import { shippedTemplates } from '@pilotgate/core/program/templates/index'
import type { Kind, RecordOf } from '@pilotgate/core/records'
import { beforeEach, expect, it } from 'vitest'
import { fakeStore } from '../contract/fakes/store.ts'
import { freshScope, member, program } from '../contract/samples.ts'
import { day, type Pairs, pairs } from '../engagement/pair.ts'

let here: Pairs
beforeEach(async () => {
  here = await pairs()
})

const ground = async (
  { store, scope, programId }: Pick<Pairs, 'store' | 'scope' | 'programId'> = here,
  now = day(20),
) => {
  const found = await loadProgram(store, scope.tenantId, programId)
  return { store, program: found, members: await loadMembers(store, found), tasksOf: async () => [], now }
}
const fact = async (name: string, now = day(20)) => (await computedFacts([name], await ground(here, now))).get(name)

const row = <K extends Kind>(kind: K, id: string, more: Partial<RecordOf<K>>) =>
  here.write({ kind, record: { ...here.scope, id, version: 0, ...more }, expect: 0 } as never)

const session = (
  number: number,
  status: 'scheduled' | 'attended' | 'no-show' | 'cancelled',
  startsAt: string,
  actionItems = 0,
) =>
  row('session', `${here.coaching}.S00${number}`, {
    ...{ engagementId: here.coaching, startsAt, minutes: 60, status, sequence: 0, topics: [], actionItems },
  })

it('attendance counts sessions whose time has come: unrecorded ones are not held, cancelled ones do not count (W06)', async () => {
  expect((await fact('session-attendance'))?.value).toEqual({ kind: 'ratio', part: 0, whole: 0 })
  await session(1, 'attended', day(1), 2)
  await session(2, 'no-show', day(5))
  await session(3, 'scheduled', day(9))
  await session(4, 'cancelled', day(10))
  await session(5, 'scheduled', day(21))
  const found = await fact('session-attendance')
  expect(found?.value).toEqual({ kind: 'ratio', part: 1, whole: 3 })
  expect(found?.source).toMatchObject({ how: 'computed', note: '1 of 3 sessions whose time has come were held' })
  expect(found?.evidence).toEqual(
    [1, 2, 3].map((number) => ({ row: 'session', id: `${here.coaching}.S00${number}`, counts: number === 1 })),
  )
  expect((await fact('session-attendance', day(21)))?.value).toEqual({ kind: 'ratio', part: 1, whole: 4 })
})

it('action items are documented for the sessions held (W10)', async () => {
  await session(1, 'attended', day(1), 2)
  await session(2, 'attended', day(2), 0)
  await session(3, 'no-show', day(3))
  expect((await fact('action-items-documented'))?.value).toEqual({ kind: 'ratio', part: 1, whole: 2 })
})

it('only open systemic blockers stand in the way (W07)', async () => {
  const blocker = (id: string, systemic: boolean, status: 'open' | 'resolved') =>
    row('blocker', id, { systemic, status, text: 'Meetings', raisedBy: 'lena', raisedAt: day(1) })
  await blocker('B.1', true, 'resolved')
  await blocker('B.2', false, 'open')
  expect((await fact('open-systemic-blockers'))?.value).toEqual({ kind: 'count', count: 0 })
  await blocker('B.3', true, 'open')
  expect((await fact('open-systemic-blockers'))?.value).toEqual({ kind: 'count', count: 1 })
})

it('mentees of running engagements need a sponsor action; coaching needs none (W15)', async () => {
  expect((await fact('sponsor-actions-logged'))?.value).toEqual({ kind: 'ratio', part: 0, whole: 1 })
  await row('sponsorAction', `${here.mentoring}.P001`, {
    ...{ engagementId: here.mentoring, type: 'introduction', text: 'To the board', status: 'committed' },
    ...{ committedOn: '2027-02-01', dueOn: '2027-03-01', loggedAt: day(1) },
  })
  expect((await fact('sponsor-actions-logged'))?.value).toEqual({ kind: 'ratio', part: 1, whole: 1 })
  await here.change(here.mentoring, { status: 'ended', endedAt: day(3), endReason: 'completed' })
  expect((await fact('sponsor-actions-logged'))?.value).toEqual({ kind: 'ratio', part: 0, whole: 0 })
})

it('a coach has submitted when every engagement that owes it has its closing notes (W14, W22)', async () => {
  const closing = (engagementId: string) =>
    row('closing', `${engagementId}.closing-notes`, {
      engagementId,
      form: {
        kind: 'closing-notes',
        goals: [{ goal: 'Delegate', reached: 'yes', evidence: '' }],
        context: 'Leads a team',
        transfer: [{ item: 'Plan', done: true, who: '' }],
      },
      ...{ by: 'cora', at: day(3) },
    })
  await closing(here.coaching)
  expect((await fact('closing-notes-submitted'))?.value).toEqual({ kind: 'ratio', part: 0, whole: 1 })
  await closing(here.other)
  expect((await fact('closing-notes-submitted'))?.value).toEqual({ kind: 'ratio', part: 1, whole: 1 })
  expect((await fact('mentor-progress-submitted'))?.value).toEqual({ kind: 'ratio', part: 0, whole: 1 })
  await here.change(here.mentoring, { status: 'ended', endedAt: day(3), endReason: 'reassigned' })
  expect((await fact('mentor-progress-submitted'))?.value).toEqual({ kind: 'ratio', part: 0, whole: 0 })
})

const deliverable = (form: DeliverableForm, status: 'draft' | 'ready' = 'ready', id = `${form.kind}.1`) =>
  row('deliverable', id, { form, status, by: 'olga', at: day(1) })
const budget = (spent: number): DeliverableForm => ({
  ...{ kind: 'budget', currency: 'EUR', asOf: '2027-02-10' },
  lines: [{ item: 'Training', planned: 200_000, plannedToDate: 100_000, spent }],
})

it('pieces of work count once they are there; until then people say it (W18–W21)', async () => {
  for (const name of ['case-studies-drafted', 'budget-within-plan', 'scaling-plan-drafted', 'scheduled-loads-ready']) {
    expect(await fact(name), name).toBeUndefined()
  }
  await deliverable(budget(90_000), 'draft')
  expect(await fact('budget-within-plan')).toBeUndefined()
  await deliverable(budget(100_000), 'ready', 'budget.2')
  expect((await fact('budget-within-plan'))?.value).toEqual({ kind: 'yes-no', yes: true })
  await deliverable(budget(100_001), 'ready', 'budget.3')
  expect((await fact('budget-within-plan'))?.value).toEqual({ kind: 'yes-no', yes: false })
  await deliverable({
    kind: 'measurement-plan',
    queries: [{ name: 'Attendance', query: 'SELECT 1', kpi: 'K1' }],
    loads: [
      { name: 'Board', schedule: 'weekly', lastRanOn: '2027-02-15' },
      { name: 'HR', schedule: 'weekly' },
    ],
  })
  expect((await fact('measurement-queries-ready'))?.value).toEqual({ kind: 'yes-no', yes: true })
  expect((await fact('scheduled-loads-ready'))?.value).toEqual({ kind: 'yes-no', yes: false })
  await deliverable({
    ...{ kind: 'scaling-plan', cohortSize: 40, startsOn: '2027-09-01', steps: ['Recruit'], currency: 'EUR', costs: [] },
  })
  expect((await fact('scaling-plan-drafted'))?.value).toEqual({ kind: 'yes-no', yes: true })
  expect((await fact('preliminary-costs-drafted'))?.value).toEqual({ kind: 'yes-no', yes: false })
})

it('the warehouse counts as it was when it was last asked (W16)', async () => {
  expect(await fact('telemetry-coverage')).toBeUndefined()
  await row('telemetryCheck', '2027-02-08', { at: day(7), held: 4, covered: 4, fresh: true, reasons: [] })
  await row('telemetryCheck', '2027-02-15', { at: day(14), held: 10, covered: 8, fresh: false, reasons: ['2 late'] })
  expect((await fact('telemetry-coverage'))?.value).toEqual({ kind: 'ratio', part: 8, whole: 10 })
  expect(await fact('telemetry-fresh')).toMatchObject({
    value: { yes: false },
    source: { note: expect.stringContaining('2 late') },
  })
})

it('issues with a match need a word about each (W09)', async () => {
  const match = (id: string, more: Partial<RecordOf<'match'>>) =>
    row('match', id, {
      ...{ participantId: id, providerId: 'cora', service: 'coach', order: 1, runId: 'R001', status: 'published' },
      ...{ review: 'bulk', reviewReason: '', impact: 0, alternatives: [] },
      result: { score: 0, confidence: 0, profile: 'default', contributions: [], sentence: '', withoutConsent: [] },
      ...{ publishedAt: day(0) },
      ...more,
    })
  await match('lena.R000.coach', { status: 'replaced', replacedBy: 'lena.R001.coach', publishedAt: undefined })
  await match('lena.R001.coach', { chemistry: { fits: true, note: '', at: day(1) } })
  expect((await fact('issues-logged'))?.value).toEqual({ kind: 'yes-no', yes: true })
  expect((await fact('chemistry-confirmed'))?.value).toEqual({ kind: 'ratio', part: 1, whole: 1 })
  await match('lena.R002.coach', {
    status: 'ended',
    replacedBy: 'lena.R003.coach',
    endedBecause: 'Chemistry: no trust',
  })
  expect((await fact('issues-logged'))?.value).toEqual({ kind: 'yes-no', yes: true })
  await match('tim.R001.coach', { chemistry: { fits: false, note: ' ', at: day(1) } })
  expect((await fact('issues-logged'))?.value).toEqual({ kind: 'yes-no', yes: false })
})

it('reassignments name the matches (W09)', async () => {
  for (const id of ['lena', 'tim']) {
    await row('match', `${id}.R001.coach`, {
      ...{ participantId: id, providerId: 'cora', service: 'coach', order: 1, runId: 'R001', publishedAt: day(0) },
      ...{ review: 'bulk', reviewReason: '', impact: 0, alternatives: [] },
      result: { score: 0, confidence: 0, profile: 'default', contributions: [], sentence: '', withoutConsent: [] },
      ...(id === 'tim' ? { status: 'ended', replacedBy: 'tim.R002.coach' } : { status: 'published' }),
    })
  }
  const found = await fact('reassignment-rate')
  expect(found?.value).toEqual({ kind: 'ratio', part: 1, whole: 2 })
  expect(found?.evidence?.map(({ id, counts }) => [id, counts])).toEqual([
    ['lena.R001.coach', false],
    ['tim.R001.coach', true],
  ])
})

it('the KPI map says how many KPIs have an owner and a feed (W01)', async () => {
  await row('kpiSettings', 'settings', {
    kpis: {
      K1: { ownerId: 'olga', feedConfirmed: true, part: 'leading' },
      K12: { feedConfirmed: true, part: 'lagging' },
    },
  })
  expect((await fact('kpi-owners-named'))?.value).toEqual({ kind: 'ratio', part: 1, whole: 2 })
  expect((await fact('kpi-feeds-confirmed'))?.value).toEqual({ kind: 'ratio', part: 2, whole: 2 })
})

it('a transformation KPI has improved when its readings are better than the baseline (W11, W23)', async () => {
  const template = shippedTemplates.find(({ templateId }) => templateId === 'leadership-pilot-24w')!
  await here.write({
    kind: 'template',
    record: {
      ...{ tenantId: here.scope.tenantId, scope: '-', id: 'pilot@1', version: 0 },
      ...{ template, templateVersion: 1, createdBy: 'olga', createdAt: day(0) },
    },
    expect: 0,
  })
  const read = async (group: 'baseline' | 'cohort', part: number, on: string) => {
    const { store, programId } = here
    const input = { kpi: 'K12', group, on, part, whole: 10, source: 'Board', reference: `${group} ${part}` } as const
    await recordReading(here.at(day(14)), here.olga, programId, input)
    await rollUp({ store }, await here.told())
  }
  await read('baseline', 120, '2027-01-20')
  expect((await fact('linked-kpi-improved'))?.value).toBeUndefined()
  await read('cohort', 130, '2027-02-02')
  expect((await fact('linked-kpi-improved'))?.value).toEqual({ kind: 'yes-no', yes: false })
  await read('cohort', 80, '2027-02-03')
  const found = await fact('linked-kpi-improved')
  expect(found?.value).toEqual({ kind: 'yes-no', yes: true })
  expect(found?.evidence).toHaveLength(3)
  expect(found?.evidence?.every(({ row, counts, id }) => row === 'reading' && counts && id.startsWith('K12.'))).toBe(
    true,
  )
})

const collected = async (name: string) => {
  const { store, program: found } = await ground()
  const template = shippedTemplates.find(({ templateId }) => templateId === 'leadership-pilot-24w')!
  return (await collectFacts(store, found, template, { names: [name], week: 6, now: day(20) })).get(name)!
}
const stated = (part: number, whole: number) =>
  row('attestation', 'session-attendance.1', {
    ...{ fact: 'session-attendance', gate: 'W06', value: { kind: 'ratio', part, whole }, source: 'My list', note: '' },
    ...{ by: 'olga', at: day(15) },
  })

it('what the platform counted counts, and a statement that differs is shown', async () => {
  await session(1, 'attended', day(1), 1)
  await session(2, 'no-show', day(2))
  await stated(2, 2)
  const found = await collected('session-attendance')
  expect(found.value).toEqual({ kind: 'ratio', part: 1, whole: 2 })
  expect(found.contradiction).toBe('people stated 100 % (2 of 2) on 2027-02-16')
  const condition = evaluateCondition({ rule: 'at-least', fact: 'session-attendance', threshold: 0.8 }, found)
  expect(condition).toMatchObject({ result: 'fail', contradiction: found.contradiction })
  expect(condition.reason).toContain('people stated 100 % (2 of 2)')
})

it('a statement that agrees is no contradiction', async () => {
  await session(1, 'attended', day(1), 1)
  await stated(1, 1)
  expect((await collected('session-attendance')).contradiction).toBeUndefined()
})

it('without engagements here people state what they did elsewhere, marked as stated', async () => {
  const store = fakeStore(ulids())
  const scope = freshScope()
  await store.commit([
    { kind: 'program', record: program(scope, 'running'), expect: 0 },
    { kind: 'member', record: member(scope, 'lena'), expect: 0 },
  ])
  const bare = { store, scope, programId: scope.scope } as Pairs
  const names = [
    'session-attendance',
    'closing-notes-submitted',
    'baseline-captured',
    'linked-kpi-improved',
    'kpi-owners-named',
  ]
  expect([...(await computedFacts(names, await ground(bare))).keys()]).toEqual([])
})
