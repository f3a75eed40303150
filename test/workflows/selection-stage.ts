import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import type { PathName, Step } from '@pilotgate/core/selection/selection-path'
import { selectionMachine } from '@pilotgate/workflows/manifest'
import { LambdaFailure } from '../../packages/local/src/lambda.ts'
import { createEngine } from '../../packages/local/src/states/engine.ts'
import { openStateStore } from '../../packages/local/src/states/store.ts'
import { virtualClock } from '../../packages/local/src/virtual-clock.ts'
import { arns, day, historyOf } from './stage.ts'

export const reminderDays = 3

/** What comes of one visit of a waiting step; `silence` lets it time out. */
type Asked = 'pass' | 'hold' | 'reject' | 'over' | 'silence'
type Reminded = 'again' | 'pass' | 'hold' | 'reject'
type Held = 'again' | 'over' | 'silence'

/** How people and functions behave at one step, visit by visit. What is left out goes well. */
export type StepScript = {
  ask?: Asked[]
  remind?: Reminded[]
  hold?: Held[]
  /** Errors that a task of the step (`ask-step`) throws, in turn, before it goes well. */
  throws?: Record<string, string[]>
}

export type Script = {
  steps?: Record<string, StepScript>
  /** Errors of the tasks that belong to no step. */
  throws?: Record<string, string[]>
  commitment?: { remindAt: string; commitmentDueAt: string; logged: boolean }
  /** Until when a hold lasts; two weeks when left out. */
  holdDays?: number
  /** Questions of older executions are refused, as `ask-step` does. */
  handOverAfterDays?: number
  start?: string
}

type Payload = { task: string; step: string; taskToken: string; startedAt: string; now: string; executionArn: string }

/** Runs the selection of a candidate on the engine, with a stand-in for `selection/tasks` and all people, to its end. */
export const select = async (path: PathName, script: Script = {}) => {
  const begin = Date.parse(script.start ?? '2027-01-04T09:00:00.000Z')
  const { throws = {}, commitment, holdDays = 14, handOverAfterDays } = structuredClone(script)
  // One by one: steps may be given the same script, and each uses up its own.
  const steps = Object.fromEntries(
    Object.entries(script.steps ?? {}).map(([step, given]) => [step, structuredClone(given)]),
  )
  const clock = virtualClock({ start: begin, running: false })
  const calls: Payload[] = []
  const passed = new Set<string>()
  /** In the order in which they began; more than one when older ones handed over. */
  const executions: string[] = []
  const questions: { token: string; answer: object }[] = []
  /** Every token given out, with the step that waits by it. */
  const tokens: { step: string; token: string }[] = []
  const of = (step: string): StepScript => steps[step] ?? {}

  const heldUntil = new Map<string, number>()
  const left = (step: string) => (heldUntil.get(step) ?? 0) - clock.now()
  // Comes with every answer that has no say in how long the next state waits, and must not get there.
  const stale = { waitSeconds: 60 }
  const outcome = (step: string, what: Asked | Reminded) => {
    if (what === 'pass') passed.add(step)
    if (what === 'again') heldUntil.delete(step)
    if (what !== 'hold') return { ...stale, holdSeconds: 60, outcome: what }
    if (left(step) <= 0) heldUntil.set(step, clock.now() + holdDays * day)
    return { ...stale, outcome: 'hold', holdSeconds: left(step) / 1000 }
  }
  const ask = ({ step, taskToken }: Payload, what: string) => {
    tokens.push({ step, token: taskToken })
    if (what !== 'silence') questions.push({ token: taskToken, answer: outcome(step, what as Asked) })
    return {}
  }
  const tasks: Record<string, (payload: Payload) => unknown> = {
    'begin-candidacy': ({ executionArn }) => void executions.push(executionArn),
    'ask-step': (payload) => {
      const age = Date.parse(payload.now) - Date.parse(payload.startedAt)
      if (handOverAfterDays && age > handOverAfterDays * day) throw new LambdaFailure('ExecutionTooOld', 'Too old.')
      if (passed.has(payload.step)) return ask(payload, 'pass')
      return ask(payload, left(payload.step) > 0 ? 'hold' : (of(payload.step).ask?.shift() ?? 'pass'))
    },
    'remind-step': ({ step }) => {
      const what = of(step).remind?.shift() ?? 'again'
      if (what === 'again') return { again: true, waitSeconds: reminderDays * 24 * 60 * 60 }
      return { again: false, ...outcome(step, what) }
    },
    'hold-step': (payload) => ask(payload, of(payload.step).hold?.shift() ?? 'again'),
    'appoint-candidate': () => (commitment ? { ...commitment, logged: undefined } : {}),
    'reject-candidate': () => ({}),
    'remind-of-commitment': () => ({}),
    'check-commitment': () => ({ logged: commitment!.logged }),
  }
  const engine = createEngine({
    clock,
    store: openStateStore(':memory:'),
    invoke: {
      async invoke(_, given) {
        const payload = given as Payload
        calls.push(payload)
        const error = (of(payload.step).throws ?? throws)[payload.task]?.shift()
        if (error) throw new LambdaFailure(error, 'As the script says.')
        return tasks[payload.task]!(payload)
      },
    },
  })
  const { definition, name } = selectionMachine(path)
  const { arn: stateMachineArn } = engine.machines.create({
    name,
    definition: JSON.stringify(definition(arns)),
    roleArn: 'arn:aws:iam::000000000000:role/states',
  })
  const input = JSON.stringify({ tenantId: 'nordlicht', programId: 'p1', candidacyId: 'ada.01' })
  const { arn } = engine.startExecution({ stateMachineArn, name: 'p1-ada-01', input })
  for (;;) {
    await engine.idle()
    for (let question = questions.shift(); question; question = questions.shift()) {
      // A step beside it may have ended the branch meanwhile; the platform lets such an answer go.
      await engine.sendTaskSuccess(question.token, JSON.stringify(question.answer)).catch(() => {})
      await engine.idle()
    }
    const due = clock.nextDue()
    if (due === undefined) break
    clock.jump(due)
  }
  return { engine, clock, calls, tokens, executions, arn, ...historyOf(engine, arn) }
}

export type Selected = Awaited<ReturnType<typeof select>>

/** A commitment whose days matter to no test. */
export const anyCommitment = {
  remindAt: '2027-06-01T08:00:00.000Z',
  commitmentDueAt: '2027-06-15T08:00:00.000Z',
  logged: true,
}

/** A step with those before it and those that go on beside it; the rest comes later. */
export type Place = { step: Step; before: Step[]; beside: Step[]; after: Step[] }

/** The steps of a path in the order in which they begin. */
export const placesIn = (path: PathName): Place[] => {
  const stages = selectionPaths[path].stages.map((stage) => ('step' in stage ? [stage] : stage.branches.flat()))
  return stages.flatMap((together, index) =>
    together.map((step) => ({
      step,
      before: stages.slice(0, index).flat(),
      beside: together.filter((each) => each !== step),
      after: stages.slice(index + 1).flat(),
    })),
  )
}

/** The ways taken between states, as `from → to`. A Parallel leads into its branches, and out of itself. */
export const waysTaken = ({ engine, arn }: Pick<Selected, 'engine' | 'arn'>): string[] => {
  const events = new Map(engine.history(arn, { limit: 25_000 }).map((event) => [event.id, event]))
  const nameIn = (id: number, member: string) =>
    (events.get(id)?.details?.[member] as { name?: string } | undefined)?.name
  const from = (id: number): string | undefined => {
    const event = events.get(id)
    if (!event) return undefined
    if (event.type.endsWith('StateExited')) return nameIn(id, 'stateExitedEventDetails')
    if (event.type.endsWith('StateEntered')) return nameIn(id, 'stateEnteredEventDetails')
    return from(event.previous)
  }
  return [...events.values()].flatMap(({ id, type, previous }) => {
    const before = type.endsWith('StateEntered') && from(previous)
    return before ? [`${before} → ${nameIn(id, 'stateEnteredEventDetails')}`] : []
  })
}
