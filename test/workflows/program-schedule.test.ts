import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { describe, expect, test } from 'vitest'
import { checksAt, day, historyOf, opensAt, type Played, play, type Script, start } from './stage.ts'

const hour = day / 24
const iso = (at: number) => new Date(at).toISOString()
const later = (instant: string, ms: number) => iso(Date.parse(instant) + ms)

const opening = ['Find the current gate', 'Go on with the current gate']
const week = (number: number) => [
  `Plan week ${number}`,
  `Wait for week ${number}`,
  `Open week ${number}`,
  `Wait for the week ${number} check`,
  `Evaluate gate G0${number}`,
]
const first = [...week(1), 'Has gate G01 passed?']
const steering = [...week(2), 'Ask the steering committee about G02', 'What was decided on G02?']
const completed = ['Complete the program', 'Program completed']
const askedOwner = ['Ask the program owner about G01', 'What was decided on G01?']
const remind = ['Ask the program owner about G01', 'Remind the program owner of G01']

describe('a program', () => {
  test('whose gates pass opens each week at its very minute, and ends with the decision of the committee', async () => {
    const run = await play({})
    expect(run.path).toEqual([...opening, ...first, ...steering, ...completed])
    expect(run.status).toBe('SUCCEEDED')
    for (const number of [1, 2]) {
      expect(run.enteredAt(`Open week ${number}`)).toEqual([opensAt(number)])
      expect(run.enteredAt(`Evaluate gate G0${number}`)).toEqual([checksAt(number)])
    }
  })

  test('whose gate fails is remediated, rechecked on the very day, and goes on', async () => {
    const recheckAt = later(checksAt(1), 4 * day)
    const run = await play({ outcomes: { G01: ['fail'] }, answers: { G01: [{ choice: 'remediate', recheckAt }] } })
    const recheck = [
      'Ask again for the G01 recheck',
      'Wait for the G01 recheck',
      'Evaluate gate G01',
      'Has gate G01 passed?',
    ]
    expect(run.path).toEqual([...opening, ...first, ...askedOwner, ...recheck, ...steering, ...completed])
    expect(run.enteredAt('Evaluate gate G01')).toEqual([checksAt(1), recheckAt])
  })

  test.each(['waive', 'pivot'])('whose owner answers "%s" goes on with the next week', async (choice) => {
    const run = await play({ outcomes: { G01: ['inconclusive'] }, answers: { G01: [{ choice }] } })
    expect(run.path).toEqual([...opening, ...first, ...askedOwner, ...steering, ...completed])
  })

  test('that is stopped at a gate ends there', async () => {
    const run = await play({ outcomes: { G01: ['fail'] }, answers: { G01: [{ choice: 'stop' }] } })
    expect(run.path).toEqual([...opening, ...first, ...askedOwner, 'Program stopped'])
    expect(run.status).toBe('SUCCEEDED')
  })

  test.each([
    ['continue', completed],
    ['pivot', completed],
    ['stop', ['Program stopped']],
  ])('whose committee decides "%s" goes on accordingly, whatever the numbers said', async (choice, end) => {
    const run = await play({ outcomes: { G02: ['fail'] }, answers: { G02: [{ choice }] } })
    expect(run.path).toEqual([...opening, ...first, ...steering, ...end])
  })
})

describe('a question nobody answers', () => {
  test('is followed by a reminder after the patience of the template, asked again, and decided', async () => {
    const run = await play({
      outcomes: { G01: ['fail'] },
      answers: { G01: ['silence', 'silence', { choice: 'waive' }] },
    })
    expect(run.path).toEqual([...opening, ...first, ...remind, ...remind, ...askedOwner, ...steering, ...completed])
    const asked = checksAt(1)
    expect(run.enteredAt('Remind the program owner of G01')).toEqual([later(asked, 3 * day), later(asked, 6 * day)])
  })

  test('pauses the program once the reminders are used up; resumed, it goes on at the current gate', async () => {
    const silence: Script = {
      outcomes: { G01: ['fail'] },
      answers: { G01: ['silence', 'silence', { choice: 'waive' }] },
    }
    const run = await play({ ...silence, patience: 2, pause: 'resume' })
    expect(run.path).toEqual([
      ...opening,
      ...first,
      ...remind,
      ...remind,
      'Wait while the program is paused',
      'Go on with the current gate',
      ...first,
      ...steering,
      ...completed,
    ])
    expect(run.status).toBe('SUCCEEDED')
  })
})

/** Each step of a gate at which a function may find that the owner paused or stopped the program. */
const steps = ['plan-week', 'open-week', 'evaluate-gate', 'ask-owner', 'remind-decider', 'ask-again'].map(
  (task) => `${task} G01`,
)
const troubled: Script = {
  outcomes: { G01: ['fail', 'fail', 'fail'] },
  answers: {
    G01: [
      'silence',
      { choice: 'remediate', recheckAt: later(checksAt(1), 5 * day) },
      { choice: 'waive' },
      { choice: 'waive' },
    ],
  },
}

describe('the veto of the owner', () => {
  test.each(steps)('is met at %s: a stopped program ends', async (step) => {
    const run = await play({ ...troubled, throws: { [step]: ['ProgramStopped'] } })
    expect(run.path.at(-1)).toBe('Program stopped')
    expect(run.path).not.toContain('Complete the program')
    expect(run.status).toBe('SUCCEEDED')
  })

  test.each(steps)('is met at %s: a paused program waits, and goes on with its current gate', async (step) => {
    const run = await play({ ...troubled, throws: { [step]: ['ProgramPaused'] }, pause: 'resume' })
    const hold = run.path.indexOf('Wait while the program is paused')
    expect(run.path.slice(hold, hold + 3)).toEqual([
      'Wait while the program is paused',
      'Go on with the current gate',
      'Plan week 1',
    ])
    expect(run.path.slice(-2)).toEqual(completed)
  })

  test('is met at the last step too', async () => {
    expect((await play({ throws: { 'complete-program': ['ProgramStopped'] } })).path.at(-1)).toBe('Program stopped')
    const paused = await play({ throws: { 'complete-program': ['ProgramPaused'] }, pause: 'resume' })
    expect(paused.path.slice(-2)).toEqual(completed)
    // Goes on with the gate that was current, not from the beginning.
    expect(paused.path.slice(-10)).toEqual(['Go on with the current gate', ...steering, ...completed])
    expect(paused.path.filter((state) => state === 'Plan week 1')).toHaveLength(1)
  })

  test('of a program stopped before it began ends it at once', async () => {
    const run = await play({ throws: { 'find-current-gate': ['ProgramStopped'] } })
    expect(run.path).toEqual(['Find the current gate', 'Program stopped'])
  })

  test('stops a paused program in the middle of its wait', async () => {
    const run = await play({ throws: { 'open-week G01': ['ProgramPaused'] }, pause: 'stop' })
    expect(run.path.at(-1)).toBe('Wait while the program is paused')
    expect(run.status).toBe('ABORTED')
  })

  test('lapses after 90 days: a program that nobody resumes is stopped', async () => {
    const run = await play({ throws: { 'open-week G01': ['ProgramPaused'] }, pause: 'nobody' })
    const end = ['Wait while the program is paused', 'Stop the program that nobody resumed', 'Program stopped']
    expect(run.path.slice(-3)).toEqual(end)
    expect(run.enteredAt('Stop the program that nobody resumed')).toEqual([later(opensAt(1), 90 * day)])
  })
})

describe('the platform', () => {
  test('may fail for a while: a step is tried again, each time with the same payload', async () => {
    const errors = ['Unavailable', 'StaleVersion', 'Lambda.TooManyRequestsException', 'Lambda.Unknown']
    const run = await play({ throws: { 'evaluate-gate G01': errors } })
    expect(run.path).toEqual([...opening, ...first, ...steering, ...completed])
    const tries = run.calls.filter(({ task, gate }) => task === 'evaluate-gate' && gate === 'G01')
    expect(tries).toHaveLength(5)
    expect(new Set(tries.map((payload) => JSON.stringify(payload))).size).toBe(1)
    expect(run.events.filter(({ type }) => type === 'TaskFailed')).toHaveLength(4)
  })

  test('that is down for long makes the execution fail, for a person to look at it', async () => {
    const run = await play({ throws: { 'open-week G01': Array(9).fill('Unavailable') } })
    expect(run.status).toBe('FAILED')
    expect(run.calls.filter(({ task }) => task === 'open-week')).toHaveLength(9)
  })

  test('refuses what is wrong at once: a defect is not tried again', async () => {
    const run = await play({ throws: { 'open-week G01': ['InvalidInput'] } })
    expect(run.status).toBe('FAILED')
    expect(run.calls.filter(({ task }) => task === 'open-week')).toHaveLength(1)
  })
})

test('an execution that has grown too old goes on in a new one', async () => {
  const run = await play({ throws: { 'plan-week G02': ['ExecutionTooOld'] } })
  expect(run.path.slice(-3)).toEqual(['Plan week 2', 'Continue in a new execution', 'Continued in a new execution'])
  expect(run.status).toBe('SUCCEEDED')
  const [next] = run.engine.listExecutions(run.stateMachineArn, { limit: 1 } as never)
  expect(next!.name).toBe('p1-2')
  expect(JSON.parse(next!.input)).toEqual({
    tenantId: 'nordlicht',
    programId: 'p1',
    part: 2,
    AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: run.arn,
  })
  const second = historyOf(run.engine, next!.arn)
  // The gate before is decided already: the new execution passes through it at once.
  expect(second.path).toEqual([...opening, ...first, ...steering, ...completed])
  expect(second.status).toBe('SUCCEEDED')
})

test('every payload names the program and the instant at which its state was entered', async () => {
  const { calls, enteredAt } = await play({})
  for (const call of calls) expect(call).toMatchObject({ tenantId: 'nordlicht', programId: 'p1' })
  const opened = calls.find(({ task }) => task === 'open-week')!
  expect(Date.parse(opened.now)).toBe(Date.parse(enteredAt('Open week 1')[0]!))
  expect(Date.parse(calls.find(({ task }) => task === 'plan-week')!.startedAt)).toBe(start)
})

describe('24 weeks', () => {
  const everyGateFailsOnce = (silence: number): Script => {
    const gates = leadershipPilot24w.gates
    const asked = (answer: Played['path'] | object) => [...Array(silence).fill('silence'), answer]
    return {
      outcomes: Object.fromEntries(gates.map(({ gate }) => [gate, ['fail']])),
      answers: Object.fromEntries(
        gates.map(({ gate, week, decides }) => {
          const recheckAt = later(checksAt(week + 1), -hour)
          return [gate, asked(decides === 'steering' ? { choice: 'continue' } : { choice: 'remediate', recheckAt })]
        }),
      ),
    }
  }

  test.each([0, 3])(
    'in which every gate fails once, with %i reminders each, stay within 2,000 events (F5)',
    async (silence) => {
      const run = await play(everyGateFailsOnce(silence), leadershipPilot24w)
      expect(run.status).toBe('SUCCEEDED')
      expect(run.path.filter((state) => state.startsWith('Remind'))).toHaveLength(24 * silence)
      expect(run.path.filter((state) => state.startsWith('Ask again for'))).toHaveLength(21)
      expect(run.events.length).toBeLessThanOrEqual(2000)
      expect(run.largestPayload).toBeLessThanOrEqual(8 * 1024)
    },
  )
})
