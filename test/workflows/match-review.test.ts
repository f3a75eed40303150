import { ulids } from '@pilotgate/aws/ids'
import { approveMatch, approveMatches } from '@pilotgate/core/matching/review/approve-match'
import { followMatching } from '@pilotgate/core/matching/review/follow-events'
import { overrideMatch } from '@pilotgate/core/matching/review/override-match'
import { proposeMatches } from '@pilotgate/core/matching/review/propose-matches'
import { withdrawMatch } from '@pilotgate/core/matching/review/withdraw-match'
import type { Program } from '@pilotgate/core/program/program'
import { matchReview } from '@pilotgate/workflows/match-review/machine'
import { states as names } from '@pilotgate/workflows/match-review/names'
import { expect, test, vi } from 'vitest'
import { virtualClock } from '../../packages/local/src/virtual-clock.ts'
import { fakeStore } from '../contract/fakes/store.ts'
import { start, world } from '../matching/review/world.ts'
import { engineOf } from './engine-of.ts'
import { arns, day } from './stage.ts'

const held = vi.hoisted(() => ({ container: {} as object }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => held.container }))
vi.mock('../../functions/lib/log.ts', () => ({ log: () => {} }))

const { handler: matchingTasks } = await import('../../functions/matching/tasks.ts')

/** Ten participants, two of them for the program owner; the machine on the engine, the functions that ship, events delivered twice. */
const platform = async () => {
  const store = fakeStore(ulids())
  const here = await world(store)
  for (let n = 0; n < 8; n += 1) await here.participant(`p${n}`)
  for (const boss of ['boss1', 'boss2']) await here.participant(boss, { answers: { seniority: 5 } })
  await here.provider('vera', { places: 8 })
  await here.provider('wanda', { places: 8 })
  const clock = virtualClock({ start: Date.parse(start), running: false })
  const now = () => new Date(clock.now()).toISOString()
  const { engine, workflows } = engineOf(clock, (payload) => matchingTasks(payload, {} as never))
  held.container = { store, ids: ulids(), workflows }
  const { arn: stateMachineArn } = engine.machines.create({
    name: 'match-review',
    definition: JSON.stringify(matchReview(arns)),
    roleArn: 'arn:aws:iam::000000000000:role/states',
  })
  const executions = new Map<string, string>()
  const begin = async (ref: { tenantId: string; programId: string; runId: string }) => {
    if (executions.has(ref.runId)) return
    const name = `${ref.programId}-${ref.runId}`
    executions.set(ref.runId, engine.startExecution({ stateMachineArn, input: JSON.stringify(ref), name }).arn)
  }
  let delivered = 0
  /** Delivers what is new in the outbox, each event twice (at least once), until nothing more happens at this time. */
  const settle = async () => {
    for (;;) {
      await engine.idle()
      const events = await here.events()
      if (delivered === events.length) return
      for (const event of events.slice(delivered)) {
        await followMatching(store, workflows, event, begin)
        await followMatching(store, workflows, event, begin)
      }
      delivered = events.length
    }
  }
  const jump = async (days: number) => {
    const to = clock.now() + days * day
    await settle()
    for (let due = clock.nextDue(); due !== undefined && due <= to; due = clock.nextDue()) {
      clock.jump(Math.max(due, clock.now()))
      await settle()
    }
    clock.jump(to)
    await settle()
  }
  const propose = async () => {
    const run = await proposeMatches(here.at(now()), here.matcher, here.programId)
    await settle()
    return run.id
  }
  const review = async (reviewer: 'matching owner' | 'program owner') => {
    const open = await here.matches('proposed')
    const ids = open
      .filter((each) => (each.review === 'program owner') === (reviewer === 'program owner'))
      .map(({ id }) => id)
    const actor = reviewer === 'program owner' ? here.owner : here.matcher
    await approveMatches(here.at(now()), actor, here.programId, ids)
    for (const match of await here.matches('proposed')) {
      if (ids.includes(match.id)) await approveMatch(here.at(now()), actor, here.programId, match.id)
    }
    await settle()
  }
  const setProgram = async (status: Program['status']) => {
    const scope = { tenantId: here.scope.tenantId, scope: '-' }
    const program = (await store.get('program', scope, here.programId))!
    const about = { tenantId: here.scope.tenantId, programId: here.programId, at: now(), by: 'olga', reason: 'Veto' }
    const events = {
      paused: [{ type: 'program.paused' as const, ...about }],
      running: [{ type: 'program.resumed' as const, ...about }],
      stopped: [{ type: 'program.stopped' as const, ...about, veto: true }],
    }[status as 'paused' | 'running' | 'stopped']
    await store.commit([{ kind: 'program', record: { ...program, status }, expect: program.version }], events)
    await settle()
  }
  const status = (runId = 'R001') => engine.describeExecution(executions.get(runId)!).status
  const visited = (runId = 'R001') =>
    engine
      .history(executions.get(runId)!, { limit: 10_000 })
      .filter(({ type }) => type.endsWith('StateEntered'))
      .map((event) => JSON.stringify(event).match(/"name":"([^"]+)"/)![1])
  const told = async (type: string) => (await here.events()).filter((event) => event.type === type)
  return { ...here, now, engine, settle, jump, propose, review, setProgram, status, visited, told, executions }
}

test('reviewed in time: published at once, both checks asked, the end', async () => {
  const it = await platform()
  await it.propose()
  await it.review('matching owner')
  expect(await it.matches('published')).toEqual([])
  await it.review('program owner')
  expect(await it.matches('published')).toHaveLength(10)
  await it.jump(6)
  expect(await it.told('match.check-due')).toEqual([])
  await it.jump(1)
  expect(await it.told('match.check-due')).toHaveLength(10)
  await it.jump(23)
  expect((await it.told('match.check-due')).slice(10)).toMatchObject(Array(10).fill({ what: 'reassessment' }))
  expect(it.status()).toBe('SUCCEEDED')
  expect(it.visited()).toEqual([
    names.begin,
    names.goOn,
    names.matchingOwner.ask,
    names.programOwner.ask,
    names.publish,
    names.published,
    names.waitForChemistry,
    names.askChemistry,
    names.waitForReassessment,
    names.askReassessment,
    names.done,
  ])
})

test('the program owner may be first: the second question answers itself', async () => {
  const it = await platform()
  await it.propose()
  await it.review('program owner')
  await it.review('matching owner')
  expect(await it.matches('published')).toHaveLength(10)
})

test('nobody reviews: three reminders each, the third escalates, then it goes on without', async () => {
  const it = await platform()
  await it.propose()
  await it.jump(11)
  expect(await it.told('matching.review-reminded')).toMatchObject([
    { reviewer: 'matching owner', reminder: 1, escalate: false },
    { reviewer: 'matching owner', reminder: 2, escalate: false },
    { reviewer: 'matching owner', reminder: 3, escalate: true },
  ])
  await it.jump(2)
  await it.review('program owner')
  expect(await it.matches('published')).toHaveLength(2)
  expect(await it.matches('proposed')).toHaveLength(8)
  await it.jump(40)
  expect(it.status()).toBe('SUCCEEDED')
})

test('nobody ever reviews: nothing is published, and the execution ends', async () => {
  const it = await platform()
  await it.propose()
  await it.jump(25)
  expect(it.visited().at(-1)).toBe(names.nothing)
  expect(it.status()).toBe('SUCCEEDED')
  expect(await it.matches('proposed')).toHaveLength(10)
})

test('overrides and withdrawals end the review as approvals do', async () => {
  const it = await platform()
  await it.propose()
  const [first, second] = (await it.matches('proposed')).filter(({ review }) => review === 'bulk')
  const providerId = first!.providerId === 'vera' ? 'wanda' : 'vera'
  await overrideMatch(it.at(it.now()), it.matcher, it.programId, first!.id, {
    providerId,
    reason: 'other',
    text: 'Known well',
  })
  await withdrawMatch(it.at(it.now()), it.matcher, it.programId, second!.id, 'Do not get on')
  await it.settle()
  await it.review('matching owner')
  await it.review('program owner')
  expect(await it.matches('published')).toHaveLength(9)
})

test('a newer run ends the review of the older one', async () => {
  const it = await platform()
  await it.propose()
  await it.jump(1)
  expect(await it.propose()).toBe('R002')
  expect(it.status('R001')).toBe('SUCCEEDED')
  expect(it.visited('R001').at(-1)).toBe(names.nothing)
  expect(it.status('R002')).toBe('RUNNING')
})

test('a pause is met at the next step, and the review goes on where it was', async () => {
  const it = await platform()
  await it.propose()
  await it.review('matching owner')
  await it.setProgram('paused')
  await it.jump(3)
  expect(it.visited().at(-1)).toBe(names.hold)
  await it.jump(20)
  await it.setProgram('running')
  expect(it.visited().at(-1)).toBe(names.programOwner.ask)
  await it.review('program owner')
  await it.jump(5)
  await it.setProgram('paused')
  await it.jump(10)
  expect(it.visited().at(-1)).toBe(names.hold)
  await it.setProgram('running')
  expect(await it.told('match.check-due')).toHaveLength(10)
  expect(it.visited().at(-1)).toBe(names.waitForReassessment)
  await it.jump(30)
  expect(it.status()).toBe('SUCCEEDED')
  expect(await it.told('match.published')).toHaveLength(10)
})

test('paused before it begins, and paused for good', async () => {
  const it = await platform()
  const scope = { tenantId: it.scope.tenantId, scope: '-' }
  const program = (await it.store.get('program', scope, it.programId))!
  await it.store.commit([{ kind: 'program', record: { ...program, status: 'paused' }, expect: program.version }])
  await it.propose()
  expect(it.visited()).toEqual([names.begin, names.hold])
  await it.jump(92)
  expect(it.visited().at(-1)).toBe(names.stopped)
  expect(it.status()).toBe('SUCCEEDED')
})

test('a stop of the program stops the review in the middle of a wait', async () => {
  const it = await platform()
  await it.propose()
  await it.review('matching owner')
  await it.review('program owner')
  await it.setProgram('stopped')
  expect(it.status()).toBe('ABORTED')
  expect(await it.told('match.check-due')).toEqual([])
})
