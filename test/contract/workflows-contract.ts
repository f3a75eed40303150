import type { Workflows } from '@pilotgate/core/ports'
import { beforeAll, describe, expect, it } from 'vitest'
import { collect } from './collect.ts'

export type WorkflowsUnderTest = {
  workflows: Workflows
  /** The function that is handed the token of a waiting step. */
  functionArn: string
  /** The token an execution waits with, as that function was given it. */
  tokenOf(executionArn: string): Promise<string | undefined>
}

const definition = (functionArn: string, comment = '') =>
  JSON.stringify({
    Comment: comment,
    QueryLanguage: 'JSONata',
    StartAt: 'Prepare',
    States: {
      Prepare: { Type: 'Pass', Next: 'Ask the owner' },
      'Ask the owner': {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: {
          FunctionName: functionArn,
          Payload: {
            token: '{% $states.context.Task.Token %}',
            execution: '{% $states.context.Execution.Id %}',
          },
        },
        TimeoutSeconds: 86_400,
        Next: 'Finish',
      },
      Finish: { Type: 'Succeed' },
    },
  })

/** What every `Workflows` does. */
export const workflowsContract = (name: string, make: () => Promise<WorkflowsUnderTest>): void => {
  describe(`${name} as workflows`, () => {
    let made: WorkflowsUnderTest
    let machineArn: string
    beforeAll(async () => {
      made = await make()
      machineArn = await made.workflows.ensureMachine('pilot-1', definition(made.functionArn))
    })

    const token = (executionArn: string) => expect.poll(() => made.tokenOf(executionArn), { timeout: 5_000 })
    const waiting = async (execution: string) => {
      const executionArn = await made.workflows.start(machineArn, execution, { programId: execution })
      await token(executionArn).toBeTruthy()
      return { executionArn, token: (await made.tokenOf(executionArn))! }
    }
    const status = (executionArn: string) =>
      expect.poll(async () => (await made.workflows.describe(executionArn))?.status, { timeout: 5_000 })
    const historyOf = async (executionArn: string, limit?: number) =>
      (await collect((cursor) => made.workflows.history(executionArn, { limit, cursor }))).items

    it('makes a machine once, and takes a new definition for it', async () => {
      const { workflows, functionArn } = made
      expect(await workflows.ensureMachine('pilot-2', definition(functionArn))).toMatch(/:stateMachine:.*pilot-2$/)
      const again = await workflows.ensureMachine('pilot-2', definition(functionArn))
      const changed = await workflows.ensureMachine('pilot-2', definition(functionArn, 'a newer release'))
      expect(again).toMatch(/pilot-2$/)
      expect(changed).toBe(again)
      expect(await workflows.ensureMachine('pilot-3', definition(functionArn))).not.toBe(again)
    })

    it('starts an execution once for a name', async () => {
      const { executionArn } = await waiting('once')
      const { workflows } = made
      expect(await workflows.start(machineArn, 'once', { programId: 'once' })).toBe(executionArn)
      expect(await workflows.start(machineArn, 'once', { programId: 'another' })).toBe(executionArn)
      expect(await workflows.describe(executionArn)).toEqual({
        ...{ executionArn, machineArn, name: 'once', status: 'RUNNING', stoppedAt: undefined },
        startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      })
    })

    it('answers a waiting step, and takes a second answer quietly', async () => {
      const { executionArn, token } = await waiting('answered')
      await made.workflows.answer(token, { decision: 'pass' })
      await status(executionArn).toBe('SUCCEEDED')
      await made.workflows.answer(token, { decision: 'fail' })
      await made.workflows.answer('never given', undefined)
      expect(await made.workflows.describe(executionArn)).toMatchObject({ stoppedAt: expect.any(String) })
      expect(await made.workflows.start(machineArn, 'answered', {})).toBe(executionArn)
    })

    it('stops an execution, once and for all', async () => {
      const { executionArn, token } = await waiting('stopped')
      await made.workflows.stop(executionArn, 'The owner said so')
      await status(executionArn).toBe('ABORTED')
      await made.workflows.stop(executionArn, 'Again')
      await made.workflows.answer(token, {})
      await status(executionArn).toBe('ABORTED')
      expect((await historyOf(executionArn)).at(-1)).toMatchObject({
        type: 'ExecutionAborted',
        error: 'ProgramStopped',
        cause: 'The owner said so',
      })
    })

    it('tells what happened, oldest first, page by page', async () => {
      const { executionArn, token } = await waiting('told')
      await made.workflows.answer(token, {})
      await status(executionArn).toBe('SUCCEEDED')
      const all = await historyOf(executionArn)
      expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1))
      expect(all[0]).toMatchObject({ type: 'ExecutionStarted', state: undefined })
      expect(all.at(-1)).toMatchObject({ type: 'ExecutionSucceeded', error: undefined, cause: undefined })
      const states = all.filter(({ state }) => state !== undefined).map(({ type, state }) => `${type} ${state}`)
      expect(states).toEqual([
        'PassStateEntered Prepare',
        'PassStateExited Prepare',
        'TaskStateEntered Ask the owner',
        'TaskStateExited Ask the owner',
        'SucceedStateEntered Finish',
        'SucceedStateExited Finish',
      ])
      expect(await historyOf(executionArn, 3)).toEqual(all)
    })

    it('knows nothing of executions that never were', async () => {
      const { executionArn } = await waiting('known')
      const unknown = executionArn.replace(/known$/, 'unknown')
      expect(await made.workflows.describe(unknown)).toBeUndefined()
      await expect(made.workflows.stop(unknown, 'No need')).resolves.toBeUndefined()
      await expect(made.workflows.history(unknown)).rejects.toMatchObject({ code: 'NotFound' })
      const bad = made.workflows.history(executionArn, { cursor: 'not a cursor' })
      await expect(bad).rejects.toMatchObject({ code: 'InvalidInput' })
    })
  })
}
