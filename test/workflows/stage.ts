import { type FunctionArns, functionNames } from '@pilotgate/contracts/functions'
import { type ProgramTemplate, programTemplate } from '@pilotgate/core/program/template'
import { programSchedule } from '@pilotgate/workflows/program-schedule/machine'
import { LambdaFailure } from '../../packages/local/src/lambda.ts'
import { createEngine, type Engine } from '../../packages/local/src/states/engine.ts'
import { openStateStore } from '../../packages/local/src/states/store.ts'
import { virtualClock } from '../../packages/local/src/virtual-clock.ts'

export const arns = Object.fromEntries(
  functionNames.map((name) => [name, `arn:aws:lambda:us-east-1:000000000000:function:${name.replace('/', '-')}`]),
) as FunctionArns

export const start = Date.parse('2027-01-03T18:00:00.000Z')
export const day = 24 * 60 * 60 * 1000
const role = 'arn:aws:iam::000000000000:role/states'

type Payload = { task: string; gate: string; now: string; taskToken: string; recheckAt: string; startedAt: string }
type Step = (payload: Payload) => unknown

/** What people answer when they are asked, one after another; `silence` lets the question time out. */
export type Answer = { choice: string; recheckAt?: string } | 'silence'

/** How the platform behind the machine behaves. What is left out goes smoothly. */
export type Script = {
  /** Outcomes of the evaluations of a gate, in turn; a pass when they are used up. */
  outcomes?: Record<string, string[]>
  /** Answers to the question of a gate, in turn. */
  answers?: Record<string, Answer[]>
  /** What a paused program gets: resumed or stopped by the owner, or nobody does anything. */
  pause?: 'resume' | 'stop' | 'nobody'
  /** The n-th reminder pauses the program. */
  patience?: number
  /** Errors that a step throws, in turn, before it goes well: by `task` or `task gate`. */
  throws?: Record<string, string[]>
}

const gate = (id: string, week: number, decides: 'rule' | 'steering') => ({
  gate: id,
  week,
  title: `Gate ${id}`,
  work: ['Work'],
  responsible: ['program lead'],
  asks: [],
  criterion: { words: 'All is well', all: [{ rule: 'is-yes', fact: 'sponsor-workshop-held' }] },
  decides,
  choices: decides === 'steering' ? ['continue', 'pivot', 'stop'] : [],
  scaleDecision: false,
})

/** Two weeks: the first decided by rule, the second by the committee. */
export const twoWeeks: ProgramTemplate = programTemplate.parse({
  templateId: 'two-weeks',
  title: 'Two weeks',
  summary: 'A gate by rule and one by the committee.',
  weeks: 2,
  gates: [gate('G01', 1, 'rule'), gate('G02', 2, 'steering')],
  earlySignals: [],
  minimumCohort: 1,
  steering: { committee: ['sponsor'], quorum: 1 },
  hours: { opens: '09:00', checks: '16:00' },
  patience: { days: 3, reminders: 3 },
})

/** Week n opens on its Monday at 08:00 UTC and is checked on Friday at 15:00 UTC. */
export const opensAt = (week: number) =>
  new Date(Date.parse('2027-01-04T08:00:00.000Z') + (week - 1) * 7 * day).toISOString()
export const checksAt = (week: number) =>
  new Date(Date.parse('2027-01-08T15:00:00.000Z') + (week - 1) * 7 * day).toISOString()

/** Runs the schedule of a template on the engine, with stand-ins for the functions and the people, until nothing more happens. */
export const play = async (script: Script, template: ProgramTemplate = twoWeeks) => {
  const clock = virtualClock({ start, running: false })
  const {
    outcomes = {},
    answers = {},
    pause,
    patience = Number.POSITIVE_INFINITY,
    throws = {},
  } = structuredClone(script)
  const questions: { token: string; gate: string }[] = []
  const calls: Payload[] = []
  let paused = false
  let current = template.gates[0]!.gate
  let reminders = 0

  const steps: Record<string, Step> = {
    'find-current-gate': () => ({ gate: current }),
    'plan-week': ({ gate }) => {
      const { week } = template.gates.find((each) => each.gate === gate)!
      current = gate
      reminders = 0
      const late = clock.now() > Date.parse(opensAt(week))
      return { opensAt: late ? new Date(clock.now()).toISOString() : opensAt(week), checksAt: checksAt(week) }
    },
    'open-week': () => ({}),
    'evaluate-gate': ({ gate }) => ({ outcome: outcomes[gate]?.shift() ?? 'pass', round: 1 }),
    'ask-owner': ({ gate, taskToken }) => void questions.push({ token: taskToken, gate }),
    'ask-steering': ({ gate, taskToken }) => void questions.push({ token: taskToken, gate }),
    'remind-decider': () => {
      reminders += 1
      if (reminders < patience) return {}
      paused = true
      throw new LambdaFailure('ProgramPaused', 'Nobody decided.')
    },
    'ask-again': ({ recheckAt }) => ({ recheckAt }),
    'hold-program': ({ taskToken }) => void questions.push({ token: taskToken, gate: 'pause' }),
    'lapse-program': () => ({}),
    'complete-program': () => ({}),
  }
  const engine = createEngine({
    clock,
    store: openStateStore(':memory:'),
    invoke: {
      async invoke(_, given) {
        const payload = given as Payload
        calls.push(payload)
        const key = [`${payload.task} ${payload.gate}`, payload.task].find((each) => throws[each]?.length)
        const error = key && throws[key]!.shift()
        if (error === 'ProgramPaused') paused = true
        if (error) throw new LambdaFailure(error, 'As the script says.')
        return steps[payload.task]!(payload)
      },
    },
  })
  const answer = async ({ token, gate }: (typeof questions)[number]) => {
    if (gate !== 'pause') {
      const given = answers[gate]?.shift() ?? { choice: 'continue' }
      if (given !== 'silence') await engine.sendTaskSuccess(token, JSON.stringify(given))
    } else if (pause === 'resume') {
      paused = false
      await engine.sendTaskSuccess(token, JSON.stringify({ gate: current }))
    } else if (pause === 'stop') {
      // As the stream does for the owner's veto.
      await engine.stopExecution(arn, { error: 'ProgramStopped', cause: 'The owner stopped it.' })
    }
  }

  const { arn: stateMachineArn } = engine.machines.create({
    name: 'schedule',
    definition: JSON.stringify(programSchedule(template, 1, arns)),
    roleArn: role,
  })
  const input = JSON.stringify({ tenantId: 'nordlicht', programId: 'p1', part: 1 })
  const { arn } = engine.startExecution({ stateMachineArn, name: 'p1-1', input })
  for (;;) {
    await engine.idle()
    for (let question = questions.shift(); question; question = questions.shift()) {
      await answer(question)
      await engine.idle()
    }
    const due = clock.nextDue()
    if (due === undefined) break
    clock.jump(due)
  }
  return { engine, stateMachineArn, arn, calls, paused, ...historyOf(engine, arn) }
}

export type Played = Awaited<ReturnType<typeof play>>

/** An execution's end and history: the states it went through, when it entered each, and what every event carries. */
export const historyOf = (engine: Engine, arn: string) => {
  const { status, output } = engine.describeExecution(arn)
  const events = engine.history(arn, { limit: 25_000 })
  const entered = events
    .filter(({ type }) => type.endsWith('StateEntered'))
    .map(({ at, details }) => {
      return { at, name: String((details!.stateEnteredEventDetails as { name: string }).name) }
    })
  const payloads = events.flatMap(({ details = {} }) =>
    Object.values(details).flatMap((member) => Object.values(member as Record<string, unknown>).map(String)),
  )
  return {
    status,
    output,
    events,
    path: entered.map(({ name }) => name),
    enteredAt: (state: string) =>
      entered.filter(({ name }) => name === state).map(({ at }) => new Date(at).toISOString()),
    largestPayload: Math.max(...payloads.map((text) => Buffer.byteLength(text))),
  }
}
