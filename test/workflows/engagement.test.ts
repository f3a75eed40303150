import { ulids } from '@pilotgate/aws/ids'
import { changeAgreement } from '@pilotgate/core/engagement/agreement/change-agreement'
import { endByHand } from '@pilotgate/core/engagement/end-by-hand'
import { followEngagements } from '@pilotgate/core/engagement/follow-events'
import { publishMatches } from '@pilotgate/core/matching/review/publish-matches'
import { reassignMatch } from '@pilotgate/core/matching/review/reassign-match'
import type { Program } from '@pilotgate/core/program/program'
import { engagementMachine } from '@pilotgate/workflows/engagement/machine'
import { states as names } from '@pilotgate/workflows/engagement/names'
import { expect, test, vi } from 'vitest'
import { virtualClock } from '../../packages/local/src/virtual-clock.ts'
import { fakeStore } from '../contract/fakes/store.ts'
import { closingNotes, day, publishedPair } from '../engagement/published.ts'
import { start } from '../matching/review/world.ts'
import { engineOf } from './engine-of.ts'
import { arns } from './stage.ts'

const held = vi.hoisted(() => ({ container: {} as object }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => held.container }))
vi.mock('../../functions/lib/log.ts', () => ({ log: () => {} }))

const { handler: engagementTasks } = await import('../../functions/engagement/tasks.ts')

/** The machine on the engine, the functions that ship, events delivered twice. */
const platform = async (options: Parameters<typeof publishedPair>[0] = {}) => {
  const here = await publishedPair({ ...options, store: fakeStore(ulids()) })
  const { store, scope, programId } = here
  const clock = virtualClock({ start: Date.parse(start), running: false })
  const now = () => new Date(clock.now()).toISOString()
  const looks: string[] = []
  const { engine, workflows } = engineOf(clock, (payload) => {
    if ((payload as { task: string }).task === 'look-at-pair') looks.push(now())
    return engagementTasks(payload, {} as never)
  })
  const ids = ulids()
  held.container = { store, ids, workflows }
  const { arn: stateMachineArn } = engine.machines.create({
    name: 'engagement',
    definition: JSON.stringify(engagementMachine(arns)),
    roleArn: 'arn:aws:iam::000000000000:role/states',
  })
  const executions = new Map<string, string>()
  const begin = async (ref: { tenantId: string; programId: string; engagementId: string }) => {
    if (executions.has(ref.engagementId)) return
    const name = `${programId}-${ref.engagementId.replaceAll('.', '-')}`
    const { arn } = engine.startExecution({ stateMachineArn, input: JSON.stringify(ref), name })
    executions.set(ref.engagementId, arn)
  }
  let delivered = 0
  const settle = async () => {
    for (;;) {
      await engine.idle()
      const events = await here.events()
      if (delivered === events.length) return
      for (const event of events.slice(delivered)) {
        await followEngagements({ store, ids }, workflows, event, begin)
        await followEngagements({ store, ids }, workflows, event, begin)
      }
      delivered = events.length
    }
  }
  const jumpTo = async (to: number) => {
    await settle()
    for (let due = clock.nextDue(); due !== undefined && due <= to; due = clock.nextDue()) {
      clock.jump(Math.max(due, clock.now()))
      await settle()
    }
    clock.jump(Math.max(to, clock.now()))
    await settle()
  }
  const jump = (days: number) => jumpTo(clock.now() + days * day)
  const setProgram = async (status: Program['status']) => {
    const own = { tenantId: scope.tenantId, scope: '-' }
    const program = (await store.get('program', own, programId))!
    const about = { tenantId: scope.tenantId, programId, at: now(), by: 'olga', reason: 'Veto' }
    const events = {
      paused: [{ type: 'program.paused' as const, ...about }],
      running: [{ type: 'program.resumed' as const, ...about }],
      stopped: [{ type: 'program.stopped' as const, ...about, veto: true }],
    }[status as 'paused' | 'running' | 'stopped']
    const history = [
      ...program.history,
      ...(status === 'running' ? [{ action: 'resume' as const, reason: 'Go on', by: 'olga', at: now() }] : []),
    ]
    await store.commit([{ kind: 'program', record: { ...program, status, history }, expect: program.version }], events)
    await settle()
  }
  const arnOf = (id: string) => executions.get(id)!
  const status = (id = here.id()) => engine.describeExecution(arnOf(id)).status
  const history = (id = here.id()) => engine.history(arnOf(id), { limit: 25_000 })
  const visited = (id = here.id()) =>
    history(id)
      .filter(({ type }) => type.endsWith('StateEntered'))
      .map((event) => JSON.stringify(event).match(/"name":"([^"]+)"/)![1])
  const answer = async (...[personId, form]: [string, Parameters<typeof here.answer>[1]]) => {
    await here.answer(personId, form, now())
    await settle()
  }
  const sign = (personId: string, number = 1) => answer(personId, { kind: 'agreement', number, name: personId })
  const kickoff = (personId = 'vera', every = 14) =>
    answer(personId, {
      kind: 'kickoff',
      blocks: [1, 1 + every, 1 + 2 * every].map((days) => new Date(clock.now() + days * day).toISOString()),
    })
  /** A session was held now, as the use case of sessions leaves it. */
  const meet = async () => {
    const engagement = await here.engagement()
    await here.write({ kind: 'engagement', record: { ...engagement, lastHeldAt: now() }, expect: engagement.version })
  }
  await here.publish()
  await settle()
  const api = { now, engine, settle, jump, jumpTo, setProgram, status, visited, history, looks, executions }
  return { ...here, ...api, answer, sign, kickoff, meet, clock }
}

const started = async () => {
  const it = await platform()
  await it.sign('ana')
  await it.sign('vera')
  await it.kickoff()
  return it
}

test('a healthy pair: signed, kicked off, met, reviewed, closed; eight looks and 400 lines of history at most', async () => {
  const it = await platform()
  expect((await it.openTasks()).map(({ form, personId }) => `${form} ${personId}`)).toEqual([
    'agreement ana',
    'agreement vera',
  ])
  await it.sign('ana')
  expect(it.visited().at(-1)).toBe(names.agreement.ask)
  await it.sign('vera')
  expect(it.visited().at(-1)).toBe(names.kickoff.ask)
  await it.kickoff()
  expect(await it.engagement()).toMatchObject({ status: 'active', sessionsMade: 3 })
  for (let session = 0; session < 9; session += 1) {
    await it.jump(session === 0 ? 1 : 14)
    await it.meet()
  }
  await it.jump(10)
  expect(await it.engagement()).toMatchObject({ status: 'closing' })
  expect(it.visited().at(-1)).toBe(names.closing.ask)
  await it.answer('vera', closingNotes)
  expect(it.status()).toBe('SUCCEEDED')
  expect(await it.engagement()).toMatchObject({ status: 'ended', endReason: 'completed', upcoming: [] })
  expect(await it.told('engagement.stalled')).toEqual([])
  expect((await it.told('engagement.review-due')).length).toBe(3)
  expect(it.looks.length).toBeLessThanOrEqual(8)
  expect(it.history().length).toBeLessThanOrEqual(400)
  expect(await it.openTasks()).toEqual([])
})

test('nobody signs: reminders after five days, then every three; the third tells the owner, and it stays open', async () => {
  const it = await platform()
  await it.sign('ana')
  await it.jump(12)
  const reminded = await it.told('engagement.reminded')
  expect(reminded).toMatchObject([
    { asked: 'agreement', reminder: 1, escalate: false },
    { reminder: 2, escalate: false },
    { reminder: 3, escalate: true },
  ])
  await it.jump(12)
  expect(await it.told('engagement.reminded')).toHaveLength(3)
  await it.jump(3)
  expect((await it.told('engagement.reminded')).at(-1)).toMatchObject({ reminder: 4, escalate: true })
  await it.sign('vera')
  expect(it.visited().at(-1)).toBe(names.kickoff.ask)
  expect(await it.tasks()).toHaveLength(3)
})

test('a pair that does not meet is nudged after two cadences, and operations are told one cadence later, once', async () => {
  const it = await started()
  await it.jump(27)
  expect(await it.told('engagement.stalled')).toEqual([])
  await it.jump(1)
  expect(await it.told('engagement.stalled')).toMatchObject([{ step: 'nudged' }])
  expect(await it.engagement()).toMatchObject({ stalledSince: expect.stringMatching(/^2027-02-22/) })
  await it.jump(14)
  expect(await it.told('engagement.stalled')).toMatchObject([{ step: 'nudged' }, { step: 'escalated' }])
  expect(await it.told('escalation.changed')).toMatchObject([{ what: 'raised' }])
  await it.jump(30)
  expect(await it.told('engagement.stalled')).toHaveLength(2)
  await it.meet()
  await it.jump(28)
  expect(await it.engagement()).not.toHaveProperty('nudgedAt')
})

test('an agreement that is changed before both have signed is signed anew', async () => {
  const it = await platform()
  await it.sign('ana')
  await changeAgreement(it.at(it.now()), it.as('vera', 'coach'), it.programId, it.id(), {
    clauses: { scope: 'Also the handover in May.' },
    change: 'The role changes.',
  })
  await it.settle()
  await it.sign('vera', 2)
  expect(it.visited().at(-1)).toBe(names.agreement.ask)
  await it.sign('ana', 2)
  expect(it.visited().at(-1)).toBe(names.kickoff.ask)
})

test('a version that is changed later and not signed is reminded of at the next look', async () => {
  const it = await started()
  await it.jump(1)
  await changeAgreement(it.at(it.now()), it.as('vera', 'coach'), it.programId, it.id(), {
    clauses: { scope: 'Also the handover in May.' },
    change: 'The role changes.',
  })
  await it.jump(26)
  expect(await it.told('engagement.reminded')).toEqual([])
  await it.jump(1)
  expect(await it.told('engagement.reminded')).toMatchObject([{ asked: 'agreement', reminder: 1, escalate: false }])
  expect((await it.engagement()).agreement).toBe(1)
})

test('a mentor coach signs the charter and the data-access agreement before anything else', async () => {
  const it = await platform({ templateId: 'mentor-coach-90d' })
  expect((await it.openTasks()).map(({ form, personId }) => `${form} ${personId}`)).toEqual(['charter vera'])
  await it.answer('vera', { kind: 'charter', roleCharter: 1, dataAccess: 1, name: 'Vera' })
  expect(it.visited().at(-1)).toBe(names.agreement.ask)
  expect((await it.engagement()).cadence).toMatchObject({ everyDays: 7, sessions: 12, endsOn: '2027-04-25' })
})

test('a reassigned match ends its engagement wherever the machine waits; the next match has one of its own', async () => {
  const it = await started()
  await it.provider('wanda', { places: 1 })
  const next = await reassignMatch(it.at(it.now()), it.owner, it.programId, it.id(), {
    ...{ providerId: 'wanda', reason: 'chemistry' as const, text: 'It did not fit.' },
  })
  await it.settle()
  expect(await it.engagement()).toMatchObject({ status: 'ended', endReason: 'reassigned', upcoming: [] })
  expect(it.status()).toBe('ABORTED')
  const sessions = (await it.store.list('session', it.scope)).items
  expect(sessions).toMatchObject(Array(3).fill({ status: 'cancelled', sequence: 1 }))
  await publishMatches(it.at(it.now()), it.owner, it.programId)
  await it.settle()
  expect(it.visited(next.id).at(-1)).toBe(names.agreement.ask)
})

test('a question is stopped, too, and its tasks are called off when somebody leaves', async () => {
  const it = await platform()
  const about = { tenantId: it.scope.tenantId, programId: it.programId, at: it.now(), by: 'olga' }
  await it.store.commit([], [{ type: 'member.withdrawn', ...about, personId: 'vera', taskIds: [] }])
  await it.settle()
  expect(it.status()).toBe('ABORTED')
  expect(await it.engagement()).toMatchObject({ endReason: 'withdrawn' })
  expect(await it.openTasks()).toEqual([])
})

test('a pause is met at the next step, and the engagement goes on where it stands; the pause counts for no stall', async () => {
  const it = await started()
  await it.jump(1)
  await it.meet()
  await it.setProgram('paused')
  await it.jump(60)
  expect(it.visited().at(-1)).toBe(names.hold)
  expect(await it.told('engagement.stalled')).toEqual([])
  await it.setProgram('running')
  expect(it.visited().at(-1)).toBe(names.wait)
  await it.jump(20)
  expect(await it.told('engagement.stalled')).toEqual([])
  await it.jump(15)
  expect(await it.told('engagement.stalled')).toMatchObject([{ step: 'nudged' }])
})

test('a stop of the program ends it; operations can end it, too', async () => {
  const stopped = await platform()
  await stopped.setProgram('stopped')
  expect(await stopped.engagement()).toMatchObject({ endReason: 'program over' })
  expect(stopped.status()).toBe('ABORTED')
  const ended = await started()
  await endByHand(ended.at(ended.now()), ended.owner, ended.programId, ended.id(), 'completed')
  await ended.settle()
  expect(ended.status()).toBe('ABORTED')
})

test('coach and mentor of one participant: the coaching is handed over when it closes', async () => {
  const it = await platform({ services: ['coach', 'mentor'] })
  await it.sign('ana')
  await it.sign('vera')
  await it.kickoff()
  await it.jump(130)
  await it.answer('vera', closingNotes)
  expect(await it.engagement()).toMatchObject({
    endReason: 'completed',
    handoff: {
      to: it.id('mentor'),
      carries: ['goals', 'context', 'transfer items'],
      withheld: ['session notes'],
    },
  })
  expect(it.status(it.id('mentor'))).toBe('RUNNING')
})
