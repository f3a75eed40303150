import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn'
import { container } from '@pilotgate/aws/container'
import { expect, test } from 'vitest'
import { type Pilot, people, provideW01, runPilot, saveShortPilot } from './pilot.ts'
import { refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)
const { store } = container()
const states = new SFNClient({})

const steer = async (name: 'pauseProgram' | 'resumeProgram' | 'stopProgram', { path }: Pilot) => {
  const program = await owner(name, { path, body: { reason: 'To see what happens' } })
  await platform.settled()
  return program
}
const programOf = ({ path }: Pilot) => owner('getProgram', { path })
const gateOf = ({ path }: Pilot, gate = 'W01') => owner('getGate', { path: { ...path, gate } })
const decide = ({ path }: Pilot, body: object) =>
  owner('decideGate', { path: { ...path, gate: 'W01' }, body: { reason: 'As discussed', ...body } as never })
const executionOf = async ({ path }: Pilot) => (await owner('listExecutions', { path })).items[0]!
const entered = async ({ path }: Pilot) => {
  const { items } = await owner('getExecutionHistory', { path, query: { limit: 1000 } })
  return items.flatMap(({ state, type }) => (state && type.endsWith('Entered') ? [state] : []))
}
const mailsOf = async ({ programId }: Pilot) =>
  (await platform.mails()).filter(({ tags }) => tags.program === programId).map(({ tags }) => tags.kind)
/** The token of the question that waits, as only the server knows it. */
const tokenOf = async ({ programId }: Pilot) =>
  (await store.get('gate', { tenantId: 'nordlicht', scope: programId }, 'W01'))!.taskToken!
const sendSuccess = (taskToken: string) =>
  states.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ choice: 'waive' }) }))

const names = ['stopped', 'held', 'decided', 'silent', 'forgotten', 'endedWhilePaused'] as const
const pilots = {} as Record<(typeof names)[number], Pilot>
for (const name of names) pilots[name] = await runPilot(platform, '2027-01-04', { name: `Pilot ${name}` })

test('a program stopped in the middle of a wait: its execution is aborted, no more mails go out, nothing is taken any more', async () => {
  const pilot = pilots.stopped
  await platform.jumpTo('2027-01-06T12:00:00Z')
  const { items } = await owner('listTasks', { path: pilot.path })
  await steer('stopProgram', pilot)
  expect(await executionOf(pilot)).toMatchObject({ status: 'ABORTED', stoppedAt: '2027-01-06T12:00:00.000Z' })
  const mails = await mailsOf(pilot)
  expect(mails.at(-1)).toMatch(/stop/)
  await platform.jumpTo('2027-01-08T16:00:00Z')
  expect(await mailsOf(pilot)).toEqual(mails)
  expect(await gateOf(pilot)).toMatchObject({ status: 'open', evaluations: [] })
  const over = { status: 409, code: 'NotPossibleNow', detail: expect.stringContaining('program is stopped') }
  expect(await refusal(decide(pilot, { choice: 'waive' }))).toMatchObject(over)
  expect(await refusal(provideW01(pilot))).toMatchObject(over)
  const lead = await platform.as(people.lead)
  const { taskId } = items.find(({ fact }) => fact === 'kpi-owners-named')!
  const body = { answer: { kind: 'ratio', part: 1, whole: 1 } } as const
  expect(await refusal(lead('answerTask', { path: { ...pilot.path, taskId }, body }))).toMatchObject(over)
  const { items: stated } = await owner('listEvidence', { path: pilot.path })
  expect(stated).toEqual([])
})

test('a made-up task token is refused, and one that was used before advances nothing twice', async () => {
  const pilot = pilots.decided
  expect((await gateOf(pilot)).status).toBe('awaiting owner')
  await expect(sendSuccess('made-up')).rejects.toMatchObject({
    name: expect.stringMatching(/InvalidToken|TaskDoesNotExist/),
  })
  const token = await tokenOf(pilot)
  const forged = `${token.slice(0, -4)}AAAA`
  await expect(sendSuccess(forged)).rejects.toMatchObject({
    name: expect.stringMatching(/InvalidToken|TaskDoesNotExist/),
  })
  expect((await gateOf(pilot)).status).toBe('awaiting owner')
  await decide(pilot, { choice: 'waive' })
  await platform.settled()
  await expect(sendSuccess(token)).rejects.toMatchObject({
    name: expect.stringMatching(/TaskTimedOut|TaskDoesNotExist|InvalidToken/),
  })
  await platform.settled()
  const states = await entered(pilot)
  expect(states.filter((state) => state === 'What was decided on W01?')).toHaveLength(1)
  expect(states.filter((state) => state === 'Plan week 2')).toHaveLength(1)
  await steer('stopProgram', pilot)
})

test('a decision to stop that is made during a pause ends the execution too', async () => {
  const pilot = pilots.endedWhilePaused
  await steer('pauseProgram', pilot)
  await platform.jumpTo('2027-01-11T16:00:00Z')
  expect((await entered(pilot)).at(-1)).toBe('Wait while the program is paused')
  await decide(pilot, { choice: 'stop' })
  await platform.settled()
  expect((await programOf(pilot)).status).toBe('stopped')
  expect((await executionOf(pilot)).status).toBe('ABORTED')
})

test('when nobody decides there are reminders, an escalation, and then the program pauses by itself; the answer counts later', async () => {
  const pilot = pilots.silent
  // Asked on Friday 8 January at 16:00; three days of patience, three reminders.
  await platform.jumpTo('2027-01-20T14:59:00Z')
  expect((await programOf(pilot)).status).toBe('running')
  expect((await mailsOf(pilot)).filter((kind) => kind === 'decision-reminder')).toHaveLength(3)
  expect(await mailsOf(pilot)).toContain('escalation')
  await platform.jumpTo('2027-01-20T15:00:00Z')
  const paused = await programOf(pilot)
  expect(paused.status).toBe('paused')
  expect(paused.history.at(-1)).toMatchObject({
    action: 'pause',
    by: 'pilotgate',
    reason: 'Nobody decided gate W01 after 3 reminders. Decide it, then resume the program.',
  })
  expect((await entered(pilot)).at(-1)).toBe('Wait while the program is paused')
  const mails = await mailsOf(pilot)
  await platform.jumpTo('2027-01-25T15:00:00Z')
  expect(await mailsOf(pilot)).toEqual(mails)
  expect((await decide(pilot, { choice: 'waive' })).status).toBe('closed')
  await platform.settled()
  expect((await programOf(pilot)).currentGate).toBe('W01')
  await steer('resumeProgram', pilot)
  // Monday 25 January, 09:00, has just passed: week 2 opens a week later.
  expect(await programOf(pilot)).toMatchObject({ status: 'running', currentGate: 'W12', slippedWeeks: 3 })
  expect((await gateOf(pilot)).decisions).toHaveLength(1)
  await steer('stopProgram', pilot)
})

test('a pause holds an open gate; after it the plan has moved by whole weeks, and nobody is late for the time of the pause', async () => {
  const later = await runPilot(platform, '2027-02-01')
  await platform.jumpTo('2027-02-03T12:00:00Z')
  const before = await gateOf(later)
  expect(before).toMatchObject({ status: 'open', checksAt: '2027-02-05T15:00:00.000Z' })
  await steer('pauseProgram', later)
  await platform.jumpTo('2027-02-09T12:00:00Z')
  expect(await gateOf(later)).toMatchObject({ status: 'open', evaluations: [] })
  expect((await entered(later)).at(-1)).toBe('Wait while the program is paused')
  await steer('resumeProgram', later)
  expect(await programOf(later)).toMatchObject({ status: 'running', slippedWeeks: 1, currentGate: 'W01' })
  expect(await gateOf(later)).toMatchObject({ status: 'open', round: 0, checksAt: '2027-02-12T15:00:00.000Z' })
  const { items } = await owner('listTasks', { path: later.path, query: { status: 'open' } })
  expect(items.map(({ dueAt, overdue }) => ({ dueAt, overdue }))).toEqual(
    items.map(() => ({ dueAt: '2027-02-12T15:00:00.000Z', overdue: false })),
  )
  await provideW01(later)
  await platform.jumpTo('2027-02-12T15:00:00Z')
  expect(await gateOf(later)).toMatchObject({ status: 'closed', decisions: [{ choice: 'pass', authority: 'rule' }] })
  expect(await gateOf(later, 'W12')).toMatchObject({ opensAt: '2027-02-15T08:00:00.000Z' })
  await steer('pauseProgram', later)
  await steer('resumeProgram', later)
  await platform.jumpTo('2027-02-15T08:00:00Z')
  expect(await gateOf(later, 'W12')).toMatchObject({ status: 'open', openedAt: '2027-02-15T08:00:00.000Z' })
  await steer('stopProgram', later)
})

test('a pause that nobody ends lapses after 90 days: the program is stopped', async () => {
  const pilot = pilots.forgotten
  expect((await programOf(pilot)).status).toBe('paused')
  const held = (await programOf(pilot)).history.at(-1)!.at
  expect(held).toBe('2027-01-20T15:00:00.000Z')
  await platform.jumpTo('2027-04-20T14:59:00Z')
  expect((await programOf(pilot)).status).toBe('paused')
  await platform.jumpTo('2027-04-20T15:00:00Z')
  expect(await programOf(pilot)).toMatchObject({ status: 'stopped' })
  expect((await programOf(pilot)).history.at(-1)).toMatchObject({
    action: 'stop',
    by: 'pilotgate',
    reason: 'Nobody resumed the program in 90 days.',
  })
  expect((await executionOf(pilot)).status).toBe('SUCCEEDED')
  const late = owner('resumeProgram', { path: pilot.path, body: { reason: 'After all' } })
  expect(await refusal(late)).toMatchObject({ status: 409, detail: expect.stringContaining('is stopped') })
})
