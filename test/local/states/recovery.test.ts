import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../packages/local/src/states/engine.ts'
import { openStateStore, type StateStore } from '../../../packages/local/src/states/store.ts'
import { virtualClock } from '../../../packages/local/src/virtual-clock.ts'
import { CHILD, essence, lambdas, misnumbered, RESULT, scenario } from './crash-scenario.ts'
import { type Bench, bench, ROLE, START } from './harness.ts'

/** A store that dies at its N-th write, just before or just after it takes effect, and its engine with it. */
function mortal(
  store: StateStore,
  at: number,
  after: boolean,
): { store: StateStore; life: { engine?: Engine; over: boolean } } {
  const life: { engine?: Engine; over: boolean } = { over: false }
  let writes = 0
  const counted =
    <A, R>(write: (argument: A) => R) =>
    (argument: A): R => {
      writes += 1
      if (writes > at) throw new Error('dead')
      if (writes < at) return write(argument)
      if (after) write(argument)
      life.over = true
      life.engine?.close()
      throw new Error('crash')
    }
  const { executions } = store
  const save = counted(executions.save)
  const start = counted(executions.start)
  return { store: { ...store, executions: { ...executions, save, start } }, life }
}

type Run = { local: Bench; arn: string; tokens: Set<string> }

/** Lives through the scenario, coming back from the dead once. */
async function live(crash?: { at: number; after: boolean }): Promise<Run & { crashed: boolean }> {
  const store = openStateStore(':memory:')
  const clock = virtualClock({ start: START, running: false })
  const asked = new Set<string>()
  const functions = lambdas(({ token }) => void asked.add(token)) as never
  const dying = crash && mortal(store, crash.at, crash.after)
  let local = bench(functions, { store: dying?.store ?? store, clock })
  if (dying) dying.life.engine = local.engine
  const { arn: child } = local.engine.machines.create({
    name: 'child',
    definition: JSON.stringify(CHILD),
    roleArn: ROLE,
  })
  const definition = JSON.stringify(scenario(child))
  const { arn: stateMachineArn } = local.engine.machines.create({ name: 'crash', definition, roleArn: ROLE })
  let crashed = false
  for (let turns = 0; turns < 500; turns += 1) {
    try {
      // Asked again each time, as a caller that got no answer would: it starts only once.
      const { arn } = local.engine.startExecution({ stateMachineArn, name: 'one' })
      await local.engine.idle()
      for (const token of asked) await answer(local.engine, token)
      await local.engine.idle()
      const due = clock.nextDue()
      if (local.engine.describeExecution(arn).status !== 'RUNNING') return { local, arn, tokens: asked, crashed }
      if (due !== undefined) clock.jump(due)
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (code === 'ExecutionAlreadyExists')
        return { local, arn: `${stateMachineArn.replace('stateMachine', 'execution')}:one`, tokens: asked, crashed }
      if (!['crash', 'dead', 'The engine is closed.'].includes(message)) throw error
    }
    if (dying?.life.over && !crashed) {
      crashed = true
      local = bench(functions, { store, clock })
      local.engine.recover()
    }
  }
  throw new Error('The scenario did not end.')
}

async function answer(engine: Engine, token: string): Promise<void> {
  await engine.sendTaskSuccess(token, '"yes"').catch((error: { code?: string }) => {
    if (error.code !== 'TaskTimedOut') throw error
  })
}

describe('an engine that dies at any write', () => {
  it('goes on with the same history and result', { timeout: 120_000 }, async () => {
    const whole = await live()
    const expected = essence(whole.local.events(whole.arn))
    let crashes = 0
    for (let at = 1; ; at += 1) {
      let any = false
      for (const after of [false, true]) {
        const { local, arn, tokens, crashed } = await live({ at, after })
        any ||= crashed
        crashes += crashed ? 1 : 0
        const events = local.events(arn)
        const where = `write ${at}, ${after ? 'after' : 'before'} it took effect`
        expect(essence(events), where).toEqual(expected)
        expect(misnumbered(events), where).toEqual([])
        expect(JSON.parse(local.engine.describeExecution(arn).output ?? ''), where).toEqual(RESULT)
        // Asked again after a crash, with the same token.
        expect(tokens.size, where).toBe(2)
      }
      if (!any) break
    }
    expect(crashes).toBeGreaterThan(40)
  })
})
