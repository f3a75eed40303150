import { expect, test } from 'vitest'
import { type Pilot, people, provideW01, runPilot, saveShortPilot } from './pilot.ts'
import { everything, startPlatform } from './platform.ts'
import { scanAll } from './records.ts'

// Monday 4 January is the first day; the checks of week 1 are due on Monday 11 January, 08:00 in Berlin (07:00 UTC).
const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
await saveShortPilot(platform, 'signal-pilot', {
  weeks: 24,
  earlySignals: [
    { day: 60, words: 'Directional' },
    { day: 120, words: 'Directional' },
  ],
})
const owner = await platform.as(people.owner)
const { handler } = await import('../../functions/gates/schedule.ts')

/** The schedule's function as EventBridge would call it now, whatever it has done before. */
const check = async (at = platform.clock.now()) => {
  await (handler as (event: object, context: object) => Promise<void>)(
    { time: new Date(at).toISOString().replace('.000Z', 'Z'), source: 'aws.events', 'detail-type': 'Scheduled Event' },
    { functionName: 'gates-schedule' },
  )
  await platform.settled()
}
const gateOf = ({ path }: Pilot, gate = 'W01') => owner('getGate', { path: { ...path, gate } })
const mailsOf = async ({ programId }: Pilot) =>
  (await platform.mails()).filter(({ tags }) => tags.program === programId)
const kindsOf = async (pilot: Pilot, kind: string) => (await mailsOf(pilot)).filter(({ tags }) => tags.kind === kind)
const tasksOf = ({ path }: Pilot) => everything((page) => owner('listTasks', { path, query: page }))

const berlin = await runPilot(platform, '2027-01-04', { name: 'In Berlin' })
const honolulu = await runPilot(platform, '2027-01-04', { name: 'In Honolulu', zone: 'Pacific/Honolulu' })
const quiet = await runPilot(platform, '2027-06-07', { name: 'Not open yet' })

test('is due from Monday 08:00 on the clocks of the program, and never before', async () => {
  await platform.jumpTo('2027-01-10T18:00:00Z')
  const digests = async () => [
    (await kindsOf(berlin, 'weekly-digest')).length,
    (await kindsOf(honolulu, 'weekly-digest')).length,
  ]
  const before = await digests()
  await check(Date.parse('2027-01-11T06:59:00Z'))
  expect(await digests()).toEqual(before)
  await check(Date.parse('2027-01-11T07:00:00Z'))
  expect(await digests()).toEqual([before[0]! + 1, before[1]])
  // 08:00 in Honolulu is 18:00 UTC.
  await platform.jumpTo('2027-01-11T17:59:00Z')
  expect(await digests()).toEqual([before[0]! + 1, before[1]])
  await platform.jumpTo('2027-01-11T18:00:00Z')
  expect(await digests()).toEqual([before[0]! + 1, before[1]! + 1])
  expect(await mailsOf(quiet)).toEqual([])
})

test('a second run in the same week changes nothing: no record, no mail', async () => {
  const [records, mails] = [await scanAll(), await platform.mails()]
  await check()
  await check()
  await Promise.all([check(), check()])
  await check(Date.parse('2027-01-17T12:00:00Z'))
  expect(await platform.mails()).toEqual(mails)
  expect(await scanAll()).toEqual(records)
})

test('tasks past their date are reminded each week, and after two reminders the owner is told', async () => {
  // Nobody answered in week 1: its check has passed, and the gate waits for the owner.
  const overdue = (await tasksOf(berlin)).filter(({ kind }) => kind === 'attest')
  expect(overdue.map(({ status, overdue: late, reminders }) => ({ status, late, reminders }))).toEqual(
    overdue.map(() => ({ status: 'open', late: true, reminders: 1 })),
  )
  const reminded = await kindsOf(berlin, 'task-reminder')
  expect(new Set(reminded.map(({ to }) => to[0])).size).toBe(3)
  expect(reminded).toHaveLength(3)
  const reminders = async () =>
    (await tasksOf(berlin)).filter(({ kind }) => kind === 'attest').map((task) => task.reminders)
  const escalated = async () => (await kindsOf(berlin, 'escalation')).length
  await check(Date.parse('2027-01-18T08:00:00Z'))
  expect(await reminders()).toEqual([2, 2, 2])
  expect(await escalated()).toBe(0)
  await check(Date.parse('2027-01-25T08:00:00Z'))
  expect(await reminders()).toEqual([3, 3, 3])
  expect(await escalated()).toBe(3)
  await check(Date.parse('2027-02-01T08:00:00Z'))
  expect(await reminders()).toEqual([4, 4, 4])
  // The decision that the owner owes is overdue since a week later than the tasks.
  expect(await escalated()).toBe(4)
  expect(await kindsOf(berlin, 'weekly-digest')).toHaveLength(5)
})

test('evidence that comes late lets a waiting gate pass without the owner', async () => {
  const before = await gateOf(honolulu)
  expect(before).toMatchObject({ status: 'awaiting owner' })
  await provideW01(honolulu)
  expect((await gateOf(honolulu)).status).toBe('awaiting owner')
  await check(Date.parse('2027-02-08T18:00:00Z'))
  const after = await gateOf(honolulu)
  expect(after).toMatchObject({
    status: 'closed',
    decisions: [{ choice: 'pass', authority: 'rule', by: 'weekly gate check' }],
  })
  expect((await owner('getProgram', { path: honolulu.path })).currentGate).toBe('W12')
  const open = (await tasksOf(honolulu)).filter(({ status, gate }) => gate === 'W01' && status === 'open')
  expect(open).toEqual([])
  await owner('stopProgram', { path: honolulu.path, body: { reason: 'Only a trial' } })
  await owner('stopProgram', { path: berlin.path, body: { reason: 'Only a trial' } })
})

test('the early signals of day 60 and day 120 are told once each, on their day', async () => {
  const pilot = await runPilot(platform, '2027-01-18', { name: 'Signals', templateId: 'signal-pilot' })
  const days = async () => (await kindsOf(pilot, 'early-signal')).map(({ subject }) => subject.match(/\d+/)?.[0])
  const recipients = async () => (await kindsOf(pilot, 'early-signal')).map(({ to }) => to[0])
  await check(Date.parse('2027-03-17T22:59:00Z'))
  expect(await days()).toEqual([])
  await check(Date.parse('2027-03-18T23:00:00Z'))
  const first = await recipients()
  expect(first.length).toBeGreaterThan(0)
  expect(new Set(first).size).toBe(first.length)
  await check(Date.parse('2027-03-19T12:00:00Z'))
  await check(Date.parse('2027-05-16T12:00:00Z'))
  expect(await recipients()).toEqual(first)
  await check(Date.parse('2027-05-17T12:00:00Z'))
  await check(Date.parse('2027-05-18T12:00:00Z'))
  await check(Date.parse('2027-05-30T12:00:00Z'))
  expect((await recipients()).length).toBe(first.length * 2)
  const report = await owner('getEarlySignal', { path: { ...pilot.path, day: 60 } })
  expect(report).toMatchObject({ day: 60, caveat: expect.stringContaining('not as proof') })
})
