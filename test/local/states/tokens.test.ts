import { describe, expect, it } from 'vitest'
import { bench, START } from './harness.ts'

const SECOND = 1000
const ask = (more: object = {}) => ({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
      End: true,
      ...more,
    },
    Remind: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
  },
})
const REMIND = { Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Remind' }] }
const only = (definition: ReturnType<typeof ask>) => {
  const { Ask } = definition.States
  return 'Catch' in Ask ? definition : { ...definition, States: { Ask } }
}

async function opened(more: object = {}, lambda: (token: string) => unknown = () => null) {
  const local = bench({ ask: lambda })
  const arn = local.start(only(ask(more)))
  await local.engine.idle()
  return { ...local, arn, token: local.calls[0]?.payload as string, row: () => local.engine.describeExecution(arn) }
}

describe('task tokens', () => {
  it('wait until somebody answers, and record it as the service does', async () => {
    const local = await opened()
    expect(local.row().status).toBe('RUNNING')
    await local.engine.sendTaskSuccess(local.token, '{"ok":true}')
    expect([local.row().status, local.row().output]).toEqual(['SUCCEEDED', '{"ok":true}'])
    expect(local.events(local.arn).map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ])
  })

  it('answer a second use with TaskTimedOut, an unknown one with InvalidToken', async () => {
    const local = await opened()
    const answers = await Promise.allSettled([1, 2, 3].map((n) => local.engine.sendTaskSuccess(local.token, `${n}`)))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(local.row().output).toBe('1')
    for (const use of [local.engine.sendTaskFailure(local.token, {}), local.engine.sendTaskHeartbeat(local.token)]) {
      await expect(use).rejects.toMatchObject({ code: 'TaskTimedOut' })
    }
    await expect(local.engine.sendTaskSuccess('none', '1')).rejects.toMatchObject({ code: 'InvalidToken' })
  })

  it('may be used by the function itself while it runs', async () => {
    const local = bench({ ask: async (token: string) => await local.engine.sendTaskSuccess(token, '"at once"') })
    expect((await local.run(only(ask()))).result).toBe('at once')
  })

  it('fail the task with the error given', async () => {
    const local = await opened()
    await local.engine.sendTaskFailure(local.token, { error: 'Refused', cause: 'no' })
    expect([local.row().error, local.row().cause]).toEqual(['Refused', 'no'])
  })

  it('time out on the clock and are then void', async () => {
    const local = await opened({ TimeoutSeconds: '{% 60 * 60 %}', ...REMIND })
    const done = await local.settle(local.arn)
    expect([done.output, done.stoppedAt]).toEqual(['"States.Timeout"', START + 3600 * SECOND])
    await expect(local.engine.sendTaskSuccess(local.token, '1')).rejects.toMatchObject({ code: 'TaskTimedOut' })
  })

  it('report a missed heartbeat as States.Timeout, which also matches States.HeartbeatTimeout', async () => {
    const local = await opened({ TimeoutSeconds: 3600, HeartbeatSeconds: 60, ...REMIND })
    local.clock.jump(START + 50 * SECOND)
    await local.engine.sendTaskHeartbeat(local.token)
    const done = await local.settle(local.arn)
    expect([done.output, done.stoppedAt]).toEqual(['"States.Timeout"', START + 110 * SECOND])
    const named = await opened({
      HeartbeatSeconds: 60,
      Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Remind' }],
    })
    expect((await named.settle(named.arn)).status).toBe('SUCCEEDED')
  })

  it('get a new token with each retry', async () => {
    const local = await opened({ TimeoutSeconds: 10, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] })
    expect((await local.settle(local.arn)).status).toBe('FAILED')
    expect(new Set(local.calls.map(({ payload }) => payload)).size).toBe(2)
  })
})
