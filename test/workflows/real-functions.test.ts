import { ulids } from '@pilotgate/aws/ids'
import { decideGate } from '@pilotgate/core/gates/decide-gate'
import type { Workflows } from '@pilotgate/core/ports'
import type { Actor } from '@pilotgate/core/program/actor'
import { pauseProgram, resumeProgram, stopProgram } from '@pilotgate/core/program/steer-program'
import type { ProgramTemplate } from '@pilotgate/core/program/template'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { programSchedule } from '@pilotgate/workflows/program-schedule/machine'
import { expect, test, vi } from 'vitest'
import { LambdaFailure } from '../../packages/local/src/lambda.ts'
import { createEngine } from '../../packages/local/src/states/engine.ts'
import { openStateStore } from '../../packages/local/src/states/store.ts'
import { virtualClock } from '../../packages/local/src/virtual-clock.ts'
import { fakeStore } from '../contract/fakes/store.ts'
import { programId, seed, tenantId } from './seed.ts'
import { arns, day, historyOf, start, twoWeeks } from './stage.ts'

const ids = ulids()
const held = vi.hoisted(() => ({ container: {} as object }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => held.container }))
vi.mock('../../functions/lib/log.ts', () => ({ log: () => {} }))

const { handler: programTasks } = await import('../../functions/program/tasks.ts')
const { handler: gateTasks } = await import('../../functions/gates/tasks.ts')
const { answerMachine } = await import('@pilotgate/core/gates/answer-machine')

const owner: Actor = { tenantId, personId: 'owner', roles: ['program owner'] }

/** A started program in memory, its machine on the engine, and between them the very functions that ship. */
const startProgram = async (template: ProgramTemplate, cohort: number) => {
  const clock = virtualClock({ start, running: false })
  const store = fakeStore(ids)
  const workflows = { answer: async (token: string, output: unknown) => answer(token, output) } as Workflows
  held.container = { store, ids, workflows }
  await seed(store, template, cohort)
  const handlers = new Map([
    [arns['program/tasks'], programTasks],
    [arns['gates/tasks'], gateTasks],
  ])
  const engine = createEngine({
    clock,
    store: openStateStore(':memory:'),
    invoke: {
      invoke: async (arn, payload) => {
        try {
          return await handlers.get(arn)!(payload, {} as never)
        } catch (error) {
          throw new LambdaFailure((error as Error).name, (error as Error).message)
        }
      },
    },
  })
  const answer = (token: string, output: unknown) =>
    engine.sendTaskSuccess(token, JSON.stringify(output)).catch((error: { code?: string }) => {
      if (error.code !== 'TaskTimedOut') throw error
    })
  const { arn: stateMachineArn } = engine.machines.create({
    name: 'schedule',
    definition: JSON.stringify(programSchedule(template, 1, arns)),
    roleArn: 'arn:aws:iam::000000000000:role/states',
  })
  const input = JSON.stringify({ tenantId, programId, part: 1 })
  const { arn } = engine.startExecution({ stateMachineArn, name: 'p1-1', input })
  const scope = { tenantId, scope: programId }
  const work = () => ({ store, ids, now: new Date(clock.now()).toISOString() })
  return {
    ...{ engine, arn, stateMachineArn, clock, store, work },
    program: async () => (await store.get('program', { tenantId, scope: '-' }, programId))!,
    gate: async (id: string) => (await store.get('gate', scope, id))!,
    /** Lets the clock run from one due moment to the next until the state is entered. */
    async until(state: string) {
      for (let steps = 0; steps < 3000; steps += 1) {
        await engine.idle()
        if (historyOf(engine, arn).path.at(-1) === state) return
        const due = clock.nextDue()
        if (due === undefined) break
        clock.jump(due)
      }
      throw new Error(`Never came to "${state}" but: ${historyOf(engine, arn).path.slice(-8).join(', ')}`)
    },
    /** The owner decides a gate; then the stream tells the machine. */
    async decide(gate: string, choice: 'waive' | 'stop') {
      await decideGate(work(), owner, programId, gate, { choice, reason: 'Decided in the test' })
      await answerMachine(store, workflows, { tenantId, programId, gate })
      await engine.idle()
    },
    /** What the stream does after a resume. */
    async resume() {
      await resumeProgram(work(), owner, programId, 'Goes on')
      const { pauseToken, currentGate } = (await store.get('program', { tenantId, scope: '-' }, programId))!
      if (pauseToken) await answer(pauseToken, { gate: currentGate })
      await engine.idle()
    },
  }
}

test('payloads stay small and do not grow with the cohort (F6)', async () => {
  // Gates that ask every participant, so that ten times the cohort means ten times the tasks.
  const gates = leadershipPilot24w.gates.filter(
    ({ asks, decides }) => decides === 'rule' && asks.some(({ of, from }) => of === 'participant' && from === 'each'),
  )
  const template = { ...leadershipPilot24w, gates }
  const run = async (cohort: number) => {
    const program = await startProgram(template, cohort)
    for (const { gate } of gates) {
      await program.until(`Ask the program owner about ${gate}`)
      await program.decide(gate, 'waive')
    }
    await program.engine.idle()
    const { items } = await program.store.list('task', { tenantId, scope: programId }, { limit: 1000 })
    return { ...historyOf(program.engine, program.arn), tasks: items.length }
  }
  const [small, large] = [await run(30), await run(300)]
  expect([small.status, large.status]).toEqual(['SUCCEEDED', 'SUCCEEDED'])
  expect(large.tasks).toBeGreaterThanOrEqual(small.tasks + 270)
  expect(large.largestPayload).toBeLessThanOrEqual(8 * 1024)
  expect(Math.abs(large.largestPayload - small.largestPayload)).toBeLessThan(64)
  expect(large.events.length).toBe(small.events.length)
})

test('reminders used up pause the program; decided and resumed, it goes on with the next week', async () => {
  const { until, decide, resume, program, engine, arn } = await startProgram(twoWeeks, 8)
  await until('Wait while the program is paused')
  expect(await program()).toMatchObject({ status: 'paused', currentGate: 'G01' })
  await decide('G01', 'waive')
  await resume()
  await until('Ask the steering committee about G02')
  expect(await program()).toMatchObject({ status: 'running', currentGate: 'G02' })
  const { path } = historyOf(engine, arn)
  expect(path.filter((state) => state === 'Remind the program owner of G01')).toHaveLength(4)
  expect(path.filter((state) => state === 'Wait while the program is paused')).toHaveLength(1)
})

test('a pause between two weeks is met when the next week opens; nobody loses a day by it', async () => {
  const { until, decide, resume, program, gate, work, clock, engine } = await startProgram(twoWeeks, 8)
  await until('Ask the program owner about G01')
  await decide('G01', 'waive')
  await pauseProgram(work(), owner, programId, 'Company holidays')
  await until('Wait while the program is paused')
  clock.jump(clock.now() + 20 * day)
  await engine.idle()
  await resume()
  await until('Wait for the week 2 check')
  const { slippedWeeks } = await program()
  expect(slippedWeeks).toBeGreaterThanOrEqual(2)
  expect(Date.parse((await gate('G02')).checksAt)).toBeGreaterThan(clock.now())
})

test('nobody resumes a paused program: after 90 days it stops by itself', async () => {
  const { until, program, work, clock, engine, arn } = await startProgram(twoWeeks, 8)
  await engine.idle()
  await pauseProgram(work(), owner, programId, 'Company holidays')
  await until('Program stopped')
  expect(await program()).toMatchObject({ status: 'stopped' })
  expect(historyOf(engine, arn).status).toBe('SUCCEEDED')
  expect(clock.now() - start).toBeGreaterThan(90 * day)
})

test('a program stopped by a veto is met at the next step, also without the stream', async () => {
  const { until, work, engine, arn } = await startProgram(twoWeeks, 8)
  await until('Ask the program owner about G01')
  await stopProgram(work(), owner, programId, 'No budget')
  await until('Program stopped')
  expect(historyOf(engine, arn).path.slice(-2)).toEqual(['Remind the program owner of G01', 'Program stopped'])
})

test('a program of more than 300 days goes on in a new execution, at the gate where it was', async () => {
  const gates = [
    twoWeeks.gates[0]!,
    { ...twoWeeks.gates[0]!, gate: 'G50', week: 50 },
    { ...twoWeeks.gates[0]!, gate: 'G51', week: 51 },
  ]
  const { until, decide, engine, arn, stateMachineArn, clock, gate } = await startProgram(
    { ...twoWeeks, gates, weeks: 51 },
    8,
  )
  await until('Ask the program owner about G01')
  await decide('G01', 'waive')
  await until('Ask the program owner about G50')
  await decide('G50', 'waive')
  await engine.idle()
  expect(historyOf(engine, arn)).toMatchObject({ status: 'SUCCEEDED' })
  const [next] = engine.listExecutions(stateMachineArn, { limit: 1 } as never)
  expect(next!.name).toBe('p1-2')
  for (let due = clock.nextDue(); (await gate('G51')).status === 'planned'; due = clock.nextDue()) {
    clock.jump(due!)
    await engine.idle()
  }
  const { path } = historyOf(engine, next!.arn)
  expect(path.at(-1)).toBe('Wait for the week 51 check')
  // The gate decided before is passed through at once: nobody is asked again, and nothing is evaluated anew.
  expect((await gate('G50')).evaluations).toHaveLength(1)
  expect((await gate('G50')).decisions).toHaveLength(1)
})
