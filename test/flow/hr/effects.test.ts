import { container } from '@pilotgate/aws/container'
import type { MatchRecord } from '@pilotgate/core/matching/match-record'
import { linkKey } from '@pilotgate/core/program/link-key'
import { allOf } from '@pilotgate/core/program/load'
import type { Task } from '@pilotgate/core/program/task'
import { expect, test } from 'vitest'
import { startPairs } from '../engagement/pairs.ts'
import { refusal } from '../platform.ts'
import { nameOf, staff } from '../selection/selection.ts'

const flow = await startPairs(staff)
const { platform, owner, path, scope, participantId, coaching, mentoring, idOf } = flow
const { store } = container()
const participant = await platform.as(staff.participant)
const coach = await platform.as(staff.coach)

/** The matches that the engagements grew from, each with a place of its provider. */
for (const id of [coaching, mentoring]) {
  const { providerId, service } = (await store.get('engagement', scope, id))!
  const match: MatchRecord = {
    ...{ ...scope, id, version: 0, participantId, providerId, service, order: 1, runId: 'R001', status: 'published' },
    ...{ review: 'bulk', reviewReason: 'Below the top 20 % by impact.', impact: 10, alternatives: [] },
    result: {
      ...{ score: 80, confidence: 1, profile: 'default', contributions: [], sentence: 'Fits.', withoutConsent: [] },
    },
    publishedAt: '2027-01-20T08:00:00.000Z',
  }
  await store.commit([
    { kind: 'match', record: match, expect: 0 },
    { kind: 'caseload', record: { ...scope, id: providerId, version: 0, places: 1, taken: 1 }, expect: 0 },
  ])
}

const { connectionId } = await owner('createConnection', {
  body: {
    ...{ vendor: 'file', name: 'People office', zone: 'Europe/Berlin', settings: {}, credentials: {} },
    offers: [{ programId: path.programId, roles: ['participant'], departments: ['Platform'] }],
  },
})
const day = 24 * 60 * 60 * 1000
/** Rows of the HR department, as often as told; everything that follows them has been done. */
const hr = async (rows: Record<string, unknown>[], times = 2) => {
  // What is said later counts.
  await platform.jumpTo(platform.clock.now() + 60_000)
  for (let time = 0; time < times; time += 1) {
    const result = await owner('importEmployees', { path: { connectionId }, body: rows })
    expect(result.problems).toEqual([])
    await platform.settled()
  }
}
const employee = (email: string, more: Record<string, unknown> = {}) => ({
  ...{ employeeId: email.split('@')[0]!, email, name: nameOf(email), lastHireDate: '2020-01-01', ...more },
})
const everybody = [
  employee(staff.coach, { title: 'Coach' }),
  employee(staff.mentor, { title: 'Director' }),
  employee(staff.participant, { title: 'Team lead', supervisorId: staff.manager.split('@')[0]! }),
  employee(staff.manager, { title: 'Manager' }),
  employee(staff.lead, { title: 'Program manager' }),
]
await hr(everybody, 1)

const on = (days: number) => new Date(platform.clock.now() + days * day).toISOString()
const engagement = (engagementId: string) => owner('getEngagement', { path: { ...path, engagementId } })
const effectsOf = async (email: string) => {
  const { items } = await owner('readPersonHistory', { path: { ...path, personId: idOf(email) } })
  return items.map(({ changes, effects }) => ({
    kinds: changes.map(({ kind }) => kind),
    effects: effects.map(({ effect }) => effect).sort(),
  }))
}
const kindsTo = async (email: string, kind: string) =>
  (await platform.mails()).filter(({ to, tags }) => to[0] === email && tags.kind === kind)
const taken = async (email: string) => (await store.get('caseload', scope, idOf(email)))!.taken
const today = () => new Date(platform.clock.now()).toISOString().slice(0, 10)

test('who everybody knows already causes nothing', async () => {
  expect(await allOf(store, 'changeEffect', scope)).toEqual([])
})

test('a promotion feeds K3 and is seen on the history', async () => {
  await platform.jumpTo(Date.parse('2027-02-03T11:00:00Z'))
  await hr([employee(staff.participant, { title: 'Head of Platform' })])
  expect(await effectsOf(staff.participant)).toEqual([
    { kinds: ['role_changed'], effects: ['time to role change recorded'] },
  ])
  const { items } = await owner('listReadings', { path, query: { kpi: 'K3' } })
  expect(items).toMatchObject([{ group: 'cohort', part: 9, whole: 1, on: '2027-02-03', source: 'HR events' }])
})

test('a coach who leaves pauses the pair, frees the place and tells the owner, once', async () => {
  await participant('scheduleSession', { path: { ...path, engagementId: coaching }, body: { startsAt: on(20) } })
  await hr([employee(staff.coach, { dateOfTermination: on(-1).slice(0, 10) })], 3)

  expect(await effectsOf(staff.coach)).toEqual([
    {
      kinds: ['terminated'],
      effects: ['engagement paused', 'left the program', 'place freed', 'session cancelled'],
    },
  ])
  expect(await engagement(coaching)).toMatchObject({ status: 'active', pausedAt: expect.any(String), upcoming: [] })
  expect(await taken(staff.coach)).toBe(0)
  expect(await refusal(coach('getProgram', { path }))).toMatchObject({ status: 404 })
  const body = { startsAt: on(9) }
  expect(
    await refusal(participant('scheduleSession', { path: { ...path, engagementId: coaching }, body })),
  ).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining('paused') })
  const [mail, ...more] = await kindsTo(staff.owner, 'person-left')
  expect(more).toEqual([])
  expect(mail!.subject).toContain(nameOf(staff.coach))
  expect(mail!.text).toContain(`/engagements/${coaching}`)
  expect(mail!.text).not.toContain(mentoring)
  expect(await kindsTo(staff.participant, 'engagement-paused')).toHaveLength(1)
  expect(await kindsTo(staff.coach, 'engagement-paused')).toEqual([])
})

test('a coach who comes back goes on only when the owner says so', async () => {
  const resume = () => owner('resumeEngagement', { path: { ...path, engagementId: coaching } })
  expect(await refusal(resume())).toMatchObject({ code: 'NotPossibleNow' })
  await hr([employee(staff.coach, { dateOfTermination: null, status: 'A', lastHireDate: today() })])
  expect((await effectsOf(staff.coach))[0]).toEqual({ kinds: ['rehired'], effects: ['came back'] })
  expect(await engagement(coaching)).toMatchObject({ pausedAt: expect.any(String) })
  expect(await kindsTo(staff.owner, 'person-returned')).toHaveLength(1)
  const { items } = await owner('listTasks', { path, query: { mine: true, status: 'open', limit: 100 } })
  expect(items.filter(({ gate }) => gate === 'M8')).toMatchObject([{ kind: 'do' }])

  const resumed = await resume()
  expect(resumed).toMatchObject({ resumedAt: expect.any(String) })
  expect(resumed.pausedAt).toBeUndefined()
  expect(await resume()).toEqual(resumed)
  expect(await taken(staff.coach)).toBe(1)
  await platform.settled()
  for (const to of [staff.participant, staff.coach]) expect(await kindsTo(to, 'engagement-resumed')).toHaveLength(1)
  expect(await refusal(participant('resumeEngagement', { path: { ...path, engagementId: coaching } }))).toMatchObject({
    code: 'NotAllowed',
  })
})

test('a mentor who becomes the manager opens a task for the matching owner, until the line is another again', async () => {
  await hr([employee(staff.participant, { supervisorId: staff.mentor.split('@')[0]! })])
  expect((await effectsOf(staff.participant))[0]).toEqual({
    ...{ kinds: ['manager_changed'], effects: ['reporting line in conflict'] },
  })
  const matching = await platform.as(staff.matchingOwner)
  const conflicts = async () =>
    (await matching('listTasks', { path, query: { mine: true, limit: 100 } })).items.filter(({ gate }) => gate === 'M4')
  expect(await conflicts()).toMatchObject([{ kind: 'do', status: 'open' }])
  expect(await kindsTo(staff.matchingOwner, 'match-conflict')).toHaveLength(1)
  await hr([employee(staff.participant, { supervisorId: staff.manager.split('@')[0]! })])
  expect(await conflicts()).toMatchObject([{ status: 'cancelled' }])
})

test('a program lead who leaves hands open tasks on, and links in old mails open nothing', async () => {
  const task: Task = {
    ...{ ...scope, id: 'W01.1.do.01', version: 0, gate: 'W01', round: 1, kind: 'do', title: 'Book the rooms' },
    ...{ why: 'Decided.', role: 'program lead', personId: idOf(staff.lead), openedAt: on(-1), dueAt: on(3) },
    ...{ status: 'open', reminders: 0, escalated: false },
    link: { secret: 'a-secret-that-only-the-mail-knows', expiresAt: on(20), former: [] },
  }
  await store.commit([{ kind: 'task', record: task, expect: 0 }])
  await hr([employee(staff.lead, { dateOfTermination: on(-1).slice(0, 10) })])
  const { items } = await owner('listTasks', { path, query: { limit: 100 } })
  expect(items.filter(({ personId, status }) => personId === idOf(staff.lead) && status === 'open')).toEqual([])
  const handed = items.find(({ taskId }) => taskId === task.id)!
  expect(handed).toMatchObject({ status: 'open', personId: idOf(staff.owner) })
  const told = (await kindsTo(staff.owner, 'task-reassigned')).filter(({ subject }) => subject.includes(task.title))
  expect(told).toHaveLength(1)
  const key = linkKey(task, task.link!.secret)
  expect(await platform.send('POST', '/v1/task-links/read', { body: { key } })).toMatchObject({ status: 404 })
  expect((await kindsTo(staff.owner, 'person-left')).at(-1)!.text).toContain('Book the rooms')
})

test('who is hired into a department is offered a place and invited to the intake', async () => {
  const email = 'nina.new@nordlicht.example'
  await hr([{ employeeId: 'nina', email, name: 'Nina New', lastHireDate: today(), departmentName: 'Platform' }], 3)
  const { items } = await owner('listPeople', { path, query: { limit: 100 } })
  expect(items.find((each) => each.email === email)).toMatchObject({ roles: ['participant'], status: 'active' })
  expect(await kindsTo(email, 'intake-invited')).toHaveLength(1)
})
