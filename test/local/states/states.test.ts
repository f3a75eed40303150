import { describe, expect, it } from 'vitest'
import { LambdaFailure } from '../../../packages/local/src/lambda.ts'
import { bench, START } from './harness.ts'

const task = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...more,
})
const machine = (state: object, others: object = {}) => ({ StartAt: 'S', States: { S: state, ...others } })
const SECOND = 1000

describe('Pass, Succeed and Fail', () => {
  it('passes its input on, or what Output makes of it', async () => {
    expect((await bench().run(machine({ Type: 'Pass', End: true }), { a: 1 })).result).toEqual({ a: 1 })
    const output = { sum: '{% $states.input.a + 1 %}', list: ['{% $states.input.a %}', 'plain'] }
    expect((await bench().run(machine({ Type: 'Pass', Output: output, End: true }), { a: 1 })).result).toEqual({
      sum: 2,
      list: [1, 'plain'],
    })
  })

  it('ends with the output of Succeed', async () => {
    const done = await bench().run(machine({ Type: 'Succeed', Output: '{% $states.input.a %}' }), { a: 'x' })
    expect([done.status, done.result]).toEqual(['SUCCEEDED', 'x'])
    expect(done.types).toEqual(['ExecutionStarted', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'])
  })

  it('fails with an error and a cause from expressions', async () => {
    const failed = await bench().run(machine({ Type: 'Fail', Error: "{% 'E' & $states.input.a %}", Cause: 'why' }), {
      a: 1,
    })
    expect([failed.status, failed.error, failed.cause]).toEqual(['FAILED', 'E1', 'why'])
  })

  it('offers the Context object, the time of the step and the functions of the service', async () => {
    const output = {
      state: '{% $states.context.State %}',
      started: '{% $states.context.Execution.StartTime %}',
      now: '{% $now() %}',
      millis: '{% $millis() %}',
      parts: '{% $partition([1,2,3,4], 3) %}',
      range: '{% $range(0, 6, 2) %}',
      hash: "{% $hash('abc', 'MD5') %}",
      same: '{% $random(7) = $random(7) %}',
      parsed: '{% $parse(\'{"a":[1]}\').a %}',
      uuid: '{% $length($uuid()) %}',
    }
    expect((await bench().run(machine({ Type: 'Pass', Output: output, End: true }))).result).toEqual({
      state: { Name: 'S', EnteredTime: '2026-01-05T08:00:00.000Z', RetryCount: 0 },
      started: '2026-01-05T08:00:00.000Z',
      now: '2026-01-05T08:00:00.000Z',
      millis: START,
      parts: [[1, 2, 3], [4]],
      range: [0, 2, 4, 6],
      hash: '900150983cd24fb0d6963f7d28e17f72',
      same: true,
      parsed: [1],
      uuid: 36,
    })
  })

  it('says where an expression failed', async () => {
    const failed = await bench().run(machine({ Type: 'Pass', Output: { a: "{% 1 + 'x' %}" }, End: true }))
    expect(failed.error).toBe('States.QueryEvaluationError')
    expect(failed.cause).toContain("The JSONata expression '1 + 'x'' specified for the field 'Output/a' threw an error")
    expect(failed.types).toEqual(['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed'])
  })
})

describe('Wait', () => {
  const wait = (fields: object) => machine({ Type: 'Wait', ...fields, End: true })

  it.each([
    ['Seconds', { Seconds: 90 }, 90 * SECOND],
    ['Seconds as an expression', { Seconds: '{% $states.input.s %}' }, 5 * SECOND],
    ['Timestamp', { Timestamp: '2026-01-05T09:00:00Z' }, 3600 * SECOND],
    ['Timestamp with an offset', { Timestamp: '2026-01-05T10:00:00+01:00' }, 3600 * SECOND],
    ['a Timestamp in the past', { Timestamp: '2020-01-01T00:00:00Z' }, 0],
    ['no seconds', { Seconds: 0 }, 0],
  ])('waits for %s', async (_name, fields, expected) => {
    const done = await bench().run(wait(fields), { s: 5 })
    expect([done.status, (done.stoppedAt ?? 0) - done.startedAt]).toEqual(['SUCCEEDED', expected])
  })

  it('refuses a time that is none', async () => {
    expect((await bench().run(wait({ Seconds: '{% -1 %}' }))).error).toBe('States.QueryEvaluationError')
    expect((await bench().run(wait({ Timestamp: '{% $states.input.t %}' }), { t: 'soon' })).cause).toContain('soon')
  })

  it('is idle while it waits', async () => {
    const local = bench()
    local.start(wait({ Seconds: 10 }))
    expect(local.engine.busy()).toBe(true)
    await local.engine.idle()
    expect([local.engine.busy(), local.clock.nextDue()]).toEqual([false, START + 10 * SECOND])
  })
})

describe('Choice and variables', () => {
  it('takes the first rule that holds, with its own Output and Assign', async () => {
    const definition = machine(
      {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 10 %}', Next: 'End' },
          { Condition: '{% $states.input.n > 5 %}', Next: 'End', Assign: { size: 'medium' }, Output: 'o' },
        ],
        Default: 'End',
        Assign: { size: 'small' },
      },
      { End: { Type: 'Pass', Output: ['{% $size %}', '{% $states.input %}'], End: true } },
    )
    expect((await bench().run(definition, { n: 6 })).result).toEqual(['medium', 'o'])
    expect((await bench().run(definition, { n: 1 })).result).toEqual(['small', { n: 1 }])
  })

  it('fails when no rule holds and there is no Default', async () => {
    const choices = [{ Condition: '{% false %}', Next: 'End' }]
    const definition = machine({ Type: 'Choice', Choices: choices }, { End: { Type: 'Succeed' } })
    expect((await bench().run(definition)).error).toBe('States.NoChoiceMatched')
  })

  it('refuses a condition that is not a boolean', async () => {
    const choices = [{ Condition: '{% 1 %}', Next: 'End' }]
    const definition = machine({ Type: 'Choice', Choices: choices, Default: 'End' }, { End: { Type: 'Succeed' } })
    expect((await bench().run(definition)).cause).toContain("Expected 'boolean', but was 'number' for value: 1")
  })

  it('evaluates Assign with the values from before it', async () => {
    const definition = machine(
      { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      {
        Swap: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% $a %}', Next: 'Show' },
        Show: { Type: 'Pass', Output: ['{% $a %}', '{% $b %}', '{% $states.input %}'], End: true },
      },
    )
    expect((await bench().run(definition)).result).toEqual([2, 1, 1])
  })

  it('keeps variables of branches to themselves and refuses to assign outer ones', async () => {
    const branch = (name: string) => ({
      StartAt: name,
      States: {
        [name]: { Type: 'Pass', Assign: { inner: '{% $outer & 1 %}' }, Next: `${name}2` },
        [`${name}2`]: { Type: 'Pass', Output: '{% $inner %}', End: true },
      },
    })
    const definition = machine(
      { Type: 'Pass', Assign: { outer: 'o' }, Next: 'P' },
      {
        P: { Type: 'Parallel', Branches: [branch('A'), branch('B')], Next: 'Show' },
        Show: { Type: 'Pass', Output: { all: '{% $states.input %}', inner: '{% $exists($inner) %}' }, End: true },
      },
    )
    expect((await bench().run(definition)).result).toEqual({ all: ['o1', 'o1'], inner: false })
    definition.States.S = { Type: 'Pass', Assign: { inner: 'o' }, Next: 'P' } as never
    expect(() => bench().start(definition)).toThrow("Variable 'inner' is assigned in an outer scope")
  })
})

describe('Task', () => {
  it("gives lambda:invoke the payload and the service's response around the result", async () => {
    const local = bench({ double: ({ n }: { n: number }) => ({ n: n * 2 }) })
    const done = await local.run(machine(task('double', { Output: '{% $states.result %}' })), { n: 4 })
    expect(done.result).toMatchObject({ ExecutedVersion: '$LATEST', StatusCode: 200, Payload: { n: 8 } })
    expect(local.calls).toEqual([{ name: 'double', payload: { n: 4 } }])
  })

  it('invokes a function by its own ARN with the bare payload', async () => {
    const resource = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:echo', End: true }
    const done = await bench({ echo: (payload) => payload }).run(machine(resource), { a: 1 })
    expect(done.result).toEqual({ a: 1 })
    expect(done.types.slice(2, 5)).toEqual([
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
    ])
  })

  it('reports an error the function throws', async () => {
    const failing = () => {
      throw new LambdaFailure('CAPACITY', 'The coach is full.')
    }
    const failed = await bench({ failing }).run(machine(task('failing')))
    expect([failed.status, failed.error]).toEqual(['FAILED', 'CAPACITY'])
    expect(JSON.parse(failed.cause ?? '')).toEqual({
      errorType: 'CAPACITY',
      errorMessage: 'The coach is full.',
      trace: [],
    })
  })

  it('refuses a result over 256 KiB; States.ALL does not catch it', async () => {
    const state = task('big', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End' }] })
    const failed = await bench({ big: () => 'x'.repeat(300_000) }).run(machine(state, { End: { Type: 'Succeed' } }))
    expect([failed.status, failed.error]).toEqual(['FAILED', 'States.DataLimitExceeded'])
  })

  it('times out on the clock, not before', async () => {
    const local = bench({ never: () => new Promise(() => {}) })
    const arn = local.start(machine(task('never', { TimeoutSeconds: 30 })))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(local.engine.describeExecution(arn).status).toBe('RUNNING')
    local.clock.jump(START + 30 * SECOND)
    await new Promise((resolve) => setTimeout(resolve, 5))
    const failed = local.engine.describeExecution(arn)
    expect([failed.status, failed.error, failed.stoppedAt]).toEqual(['FAILED', 'States.Timeout', START + 30 * SECOND])
  })

  it('lets functions take their real time when told that the clock runs fast', async () => {
    const slow = () => new Promise((resolve) => setTimeout(() => resolve('done'), 10))
    const local = bench({ slow }, { timeRequests: false })
    const arn = local.start(machine(task('slow', { TimeoutSeconds: 30 })))
    await new Promise((resolve) => setTimeout(resolve, 2))
    local.clock.jump(START + 86_400 * SECOND)
    await local.engine.idle()
    expect(local.engine.describeExecution(arn).output).toBe('"done"')
  })

  it('ends the execution at its own TimeoutSeconds', async () => {
    const done = await bench().run({ ...machine({ Type: 'Wait', Seconds: 100, End: true }), TimeoutSeconds: 60 })
    expect([done.status, done.stoppedAt]).toEqual(['TIMED_OUT', START + 60 * SECOND])
    expect(done.types.at(-1)).toBe('ExecutionTimedOut')
  })
})

describe('Retry and Catch', () => {
  const flaky = (failures: number, error = 'BUSY') => {
    let calls = 0
    return () => {
      calls += 1
      if (calls <= failures) throw new LambdaFailure(error, `call ${calls}`)
      return { calls }
    }
  }

  it('retries with growing delays, up to the limit of each', async () => {
    const retry = [{ ErrorEquals: ['BUSY'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 10 }]
    const done = await bench({ flaky: flaky(4) }).run(machine(task('flaky', { Retry: retry })))
    expect(done.result).toEqual({ calls: 5 })
    expect((done.stoppedAt ?? 0) - done.startedAt).toBe((2 + 6 + 10 + 10) * SECOND)
  })

  it('gives up after MaxAttempts, and does not retry other errors', async () => {
    const retry = [{ ErrorEquals: ['BUSY'], MaxAttempts: 2 }]
    const local = bench({ flaky: flaky(9), other: flaky(9, 'OTHER') })
    expect((await local.run(machine(task('flaky', { Retry: retry })))).error).toBe('BUSY')
    expect(local.calls).toHaveLength(3)
    expect((await local.run(machine(task('other', { Retry: retry })))).error).toBe('OTHER')
    expect(local.calls).toHaveLength(4)
  })

  it('keeps full jitter within the delay', async () => {
    const retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 1, JitterStrategy: 'FULL' }]
    const done = await bench({ flaky: flaky(1) }).run(machine(task('flaky', { Retry: retry })))
    const delay = (done.stoppedAt ?? 0) - done.startedAt
    expect(delay).toBeGreaterThanOrEqual(0)
    expect(delay).toBeLessThanOrEqual(100 * SECOND)
  })

  it('catches with its own Output and Assign', async () => {
    const state = task('flaky', {
      Catch: [
        { ErrorEquals: ['OTHER'], Next: 'Wrong' },
        {
          ErrorEquals: ['States.TaskFailed'],
          Next: 'Right',
          Assign: { error: '{% $states.errorOutput.Error %}' },
          Output: '{% $states.input %}',
        },
      ],
    })
    const right = { Type: 'Pass', Output: ['{% $error %}', '{% $states.input.a %}'], End: true }
    const done = await bench({ flaky: flaky(1) }).run(machine(state, { Wrong: { Type: 'Fail' }, Right: right }), {
      a: 1,
    })
    expect(done.result).toEqual(['BUSY', 1])
  })

  it('catches an expression that fails', async () => {
    const state = task('echo', {
      Output: '{% $nothing %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'End' }],
    })
    const done = await bench({ echo: () => 1 }).run(machine(state, { End: { Type: 'Pass', End: true } }))
    expect(done.result).toMatchObject({ Error: 'States.QueryEvaluationError' })
  })
})

describe('Parallel and Map', () => {
  const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } })

  it('runs branches side by side and gives their outputs in order', async () => {
    const branches = [
      branch('Slow', { Type: 'Wait', Seconds: 20, End: true }),
      branch('Fast', { Type: 'Pass', Output: 2, End: true }),
    ]
    const done = await bench().run(machine({ Type: 'Parallel', Branches: branches, End: true }), { a: 1 })
    expect([done.result, (done.stoppedAt ?? 0) - done.startedAt]).toEqual([[{ a: 1 }, 2], 20 * SECOND])
  })

  it('stops the other branches when one fails, and voids their tokens', async () => {
    const ask = task('ask', {
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
    })
    const boom = {
      StartAt: 'Later',
      States: { Later: { Type: 'Wait', Seconds: 5, Next: 'Boom' }, Boom: { Type: 'Fail', Error: 'BOOM' } },
    }
    const local = bench({ ask: () => null })
    const branches = [branch('Ask', ask), branch('Long', { Type: 'Wait', Seconds: 500, End: true }), boom]
    const failed = await local.run(machine({ Type: 'Parallel', Branches: branches, End: true }))
    expect([failed.error, (failed.stoppedAt ?? 0) - failed.startedAt]).toEqual(['BOOM', 5 * SECOND])
    expect(failed.types.slice(-5)).toEqual([
      'FailStateEntered',
      'TaskStateAborted',
      'WaitStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ])
    const token = local.calls[0]?.payload as string
    await expect(local.engine.sendTaskSuccess(token, '1')).rejects.toMatchObject({ code: 'TaskTimedOut' })
  })

  it('catches a failed branch', async () => {
    const state = {
      Type: 'Parallel',
      Branches: [branch('B', { Type: 'Fail', Error: 'X' })],
      End: true,
      Catch: [{ ErrorEquals: ['X'], Next: 'C' }],
    }
    expect((await bench().run(machine(state, { C: { Type: 'Pass', Output: 'caught', End: true } }))).result).toBe(
      'caught',
    )
  })

  it('maps items in order, so many at a time', async () => {
    let running = 0
    let most = 0
    const work = async ({ n }: { n: number }) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
      return n * 10
    }
    const state = {
      Type: 'Map',
      Items: '{% $states.input.list %}',
      ItemSelector: { n: '{% $states.context.Map.Item.Value %}', i: '{% $states.context.Map.Item.Index %}' },
      MaxConcurrency: 2,
      ItemProcessor: branch('Work', task('work')),
      End: true,
    }
    expect((await bench({ work }).run(machine(state), { list: [5, 4, 3, 2, 1] })).result).toEqual([50, 40, 30, 20, 10])
    expect(most).toBe(2)
  })

  it('bears as many failed items as it is told to', async () => {
    const odd = {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input % 2 = 1 %}', Next: 'Bad' }],
      Default: 'Good',
    }
    const states = { Odd: odd, Bad: { Type: 'Fail', Error: 'ODD' }, Good: { Type: 'Succeed' } }
    const map = (more: object) =>
      machine({ Type: 'Map', ItemProcessor: { StartAt: 'Odd', States: states }, End: true, ...more })
    expect((await bench().run(map({ ToleratedFailureCount: 2 }), [1, 2, 3])).result).toEqual([null, 2, null])
    expect((await bench().run(map({ ToleratedFailurePercentage: 50 }), [1, 2, 3])).error).toBe(
      'States.ExceedToleratedFailureThreshold',
    )
    expect((await bench().run(map({}), [2, 1, 2])).error).toBe('ODD')
  })
})

describe('nested executions', () => {
  const child = {
    QueryLanguage: 'JSONata',
    StartAt: 'W',
    States: {
      W: { Type: 'Wait', Seconds: 60, Next: 'P' },
      P: { Type: 'Pass', Output: { got: '{% $states.input %}' }, End: true },
    },
  }
  const parent = (pattern: string, arn: string) =>
    machine({
      Type: 'Task',
      Resource: `arn:aws:states:::states:startExecution${pattern}`,
      Arguments: { StateMachineArn: arn, Input: { a: 1 } },
      End: true,
    })

  it.each([
    ['', 0, (result: { ExecutionArn: string }) => result.ExecutionArn.includes(':execution:child:')],
    ['.sync', 60, (result: { Output: string }) => result.Output === '{"got":{"a":1}}'],
    ['.sync:2', 60, (result: { Output: { got: object } }) => 'a' in result.Output.got],
  ])('startExecution%s', async (pattern, seconds, check) => {
    const local = bench()
    const { arn } = local.engine.machines.create({ name: 'child', definition: JSON.stringify(child), roleArn: 'r' })
    const done = await local.run(parent(pattern, arn))
    expect([done.status, (done.stoppedAt ?? 0) - done.startedAt]).toEqual(['SUCCEEDED', seconds * SECOND])
    expect((check as (result: unknown) => boolean)(done.result)).toBe(true)
  })

  it('fails with the nested execution', async () => {
    const local = bench()
    const definition = JSON.stringify({
      StartAt: 'F',
      QueryLanguage: 'JSONata',
      States: { F: { Type: 'Fail', Error: 'INNER' } },
    })
    const { arn } = local.engine.machines.create({ name: 'child', definition, roleArn: 'r' })
    const failed = await local.run(parent('.sync:2', arn))
    expect(failed.error).toBe('States.TaskFailed')
    expect(JSON.parse(failed.cause ?? '')).toMatchObject({ Error: 'INNER', Status: 'FAILED' })
  })
})

describe('limits', () => {
  it('fails at 25,000 events', async () => {
    const done = await bench().run(machine({ Type: 'Pass', Next: 'T' }, { T: { Type: 'Pass', Next: 'S' } }))
    expect([done.status, done.error, done.types.length]).toEqual(['FAILED', 'States.Runtime', 25_000])
    expect(done.cause).toBe('The execution reached the maximum number of history events (25000).')
  })
})
