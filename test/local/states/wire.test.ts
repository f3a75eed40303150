import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stepFunctionsHandler } from '../../../packages/local/src/states/wire/server.ts'
import { type Bench, bench, ROLE, START } from './harness.ts'

const ASK = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 3600,
      HeartbeatSeconds: 600,
      Output: '{% $states.result.decision %}',
      End: true,
    },
  },
}
const PASS = { QueryLanguage: 'JSONata', StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }

describe('the Step Functions API, spoken by the SDK', () => {
  let local: Bench
  let server: Server
  let client: SFNClient

  beforeAll(async () => {
    local = bench({ ask: () => null })
    server = createServer(stepFunctionsHandler(local.engine))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    client = new SFNClient({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    })
  })
  afterAll(async () => {
    client.destroy()
    local.engine.close()
    await new Promise((resolve) => server.close(resolve))
  })

  const create = async (name: string, definition: unknown): Promise<string> => {
    const input = { name, definition: JSON.stringify(definition), roleArn: ROLE }
    const { stateMachineArn } = await client.send(new CreateStateMachineCommand(input))
    return stateMachineArn as string
  }
  const lastToken = (): string => (local.calls.at(-1) as { payload: { token: string } }).payload.token
  const refused = (command: unknown) => expect(client.send(command as never)).rejects

  it('creates a machine once for the same definition, and refuses another by its name', async () => {
    const arn = await create('once', PASS)
    expect(arn).toBe('arn:aws:states:us-east-1:000000000000:stateMachine:once')
    expect(await create('once', PASS)).toBe(arn)
    await expect(create('once', ASK)).rejects.toMatchObject({ name: 'StateMachineAlreadyExists' })
    const found = await client.send(new DescribeStateMachineCommand({ stateMachineArn: arn }))
    expect(found).toMatchObject({ name: 'once', status: 'ACTIVE', type: 'STANDARD', roleArn: ROLE })
    expect(found.creationDate).toEqual(new Date(START))
  })

  it('updates a machine: running executions keep their definition', async () => {
    const arn = await create('updated', ASK)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn: arn }))
    await client.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition: JSON.stringify(PASS) }))
    const now = await client.send(new DescribeStateMachineCommand({ stateMachineArn: arn }))
    expect(JSON.parse(now.definition ?? '')).toEqual(PASS)
    const then = await client.send(new DescribeStateMachineForExecutionCommand({ executionArn }))
    expect(JSON.parse(then.definition ?? '')).toEqual(ASK)
  })

  it('refuses bad definitions, names and ARNs by the names of the service', async () => {
    await expect(create('bad', { StartAt: 'X', States: { P: PASS.States.P } })).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringContaining("Missing 'StartAt' target: X"),
    })
    await expect(create('no spaces', PASS)).rejects.toMatchObject({ name: 'InvalidName' })
    const missing = 'arn:aws:states:us-east-1:000000000000:stateMachine:missing'
    await refused(new StartExecutionCommand({ stateMachineArn: missing })).toMatchObject({
      name: 'StateMachineDoesNotExist',
    })
    await refused(new StartExecutionCommand({ stateMachineArn: 'nonsense' })).toMatchObject({ name: 'InvalidArn' })
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:missing:one'
    await refused(new DescribeExecutionCommand({ executionArn })).toMatchObject({ name: 'ExecutionDoesNotExist' })
    await refused(new GetExecutionHistoryCommand({ executionArn })).toMatchObject({ name: 'ExecutionDoesNotExist' })
    const stateMachineArn = await create('input', PASS)
    await refused(new StartExecutionCommand({ stateMachineArn, input: '{' })).toMatchObject({
      name: 'InvalidExecutionInput',
    })
  })

  it('starts an execution once for the same name and input while it runs', async () => {
    const stateMachineArn = await create('idempotent', ASK)
    const start = (input: string) => client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input }))
    const first = await start('{"a":1}')
    const second = await start('{"a":1}')
    expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate])
    await expect(start('{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
    await client.send(new StopExecutionCommand({ executionArn: first.executionArn }))
    await expect(start('{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  })

  it('lets a token decide once', async () => {
    const stateMachineArn = await create('decide', ASK)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }))
    await local.engine.idle()
    const taskToken = lastToken()
    await client.send(new SendTaskHeartbeatCommand({ taskToken }))
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"decision":"approve"}' }))
    const done = await client.send(new DescribeExecutionCommand({ executionArn }))
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '"approve"', stopDate: new Date(START) })
    const again = new SendTaskSuccessCommand({ taskToken, output: '{}' })
    await refused(again).toMatchObject({ name: 'TaskTimedOut' })
    await refused(new SendTaskHeartbeatCommand({ taskToken })).toMatchObject({ name: 'TaskTimedOut' })
    await refused(new SendTaskSuccessCommand({ taskToken: 'unknown', output: '{}' })).toMatchObject({
      name: 'InvalidToken',
    })
    await refused(new SendTaskSuccessCommand({ taskToken, output: '{' })).toMatchObject({ name: 'InvalidOutput' })
  })

  it('fails a task by token', async () => {
    const stateMachineArn = await create('fail', ASK)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }))
    await local.engine.idle()
    await client.send(new SendTaskFailureCommand({ taskToken: lastToken(), error: 'Refused', cause: 'no' }))
    const done = await client.send(new DescribeExecutionCommand({ executionArn }))
    expect(done).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'no' })
  })

  it('stops an execution and voids its token', async () => {
    const stateMachineArn = await create('stop', ASK)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }))
    await local.engine.idle()
    await client.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause: 'not needed' }))
    const done = await client.send(new DescribeExecutionCommand({ executionArn }))
    expect(done).toMatchObject({ status: 'ABORTED', error: 'Cancelled', cause: 'not needed' })
    const late = new SendTaskSuccessCommand({ taskToken: lastToken(), output: '{}' })
    await refused(late).toMatchObject({ name: 'TaskTimedOut' })
  })

  it('pages through a history, both ways, with and without data', async () => {
    const stateMachineArn = await create('pages', PASS)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input: '{"x":1}' }))
    await local.engine.idle()
    const ids: (number | undefined)[] = []
    let nextToken: string | undefined
    do {
      const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 3, nextToken }))
      ids.push(...(page.events ?? []).map(({ id }) => id))
      nextToken = page.nextToken
    } while (nextToken)
    expect(ids).toEqual([1, 2, 3, 4])
    const reversed = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true }))
    expect(reversed.events?.map(({ type }) => type)).toEqual([
      'ExecutionSucceeded',
      'PassStateExited',
      'PassStateEntered',
      'ExecutionStarted',
    ])
    expect(reversed.events?.[3]?.executionStartedEventDetails?.input).toBe('{"x":1}')
    expect(reversed.events?.[3]?.timestamp).toEqual(new Date(START))
    const bare = await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }))
    expect(bare.events?.[0]?.executionStartedEventDetails).toEqual({
      inputDetails: { truncated: false },
      roleArn: ROLE,
    })
  })

  it('lists machines and executions by page and by status', async () => {
    const stateMachineArn = await create('listed', PASS)
    for (const name of ['a', 'b', 'c']) await client.send(new StartExecutionCommand({ stateMachineArn, name }))
    await local.engine.idle()
    const first = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }))
    const { nextToken } = first
    const second = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken }))
    expect([...(first.executions ?? []), ...(second.executions ?? [])].map(({ name }) => name)).toEqual(['c', 'b', 'a'])
    const running = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }))
    expect(running.executions).toEqual([])
    const machines = await client.send(new ListStateMachinesCommand({ maxResults: 1 }))
    expect(machines.stateMachines).toHaveLength(1)
    expect(machines.nextToken).toBeTypeOf('string')
    await client.send(new DeleteStateMachineCommand({ stateMachineArn }))
    await refused(new DescribeStateMachineCommand({ stateMachineArn })).toMatchObject({
      name: 'StateMachineDoesNotExist',
    })
  })

  it('validates definitions and refuses unknown operations', async () => {
    const validate = (definition: string) => client.send(new ValidateStateMachineDefinitionCommand({ definition }))
    expect(await validate(JSON.stringify(PASS))).toMatchObject({ result: 'OK', diagnostics: [] })
    expect(await validate('{}')).toMatchObject({
      result: 'FAIL',
      diagnostics: [
        { code: 'SCHEMA_VALIDATION_FAILED', message: 'These fields are required: [States, StartAt]', location: '/' },
      ],
    })
    const { port } = server.address() as AddressInfo
    const headers = { 'x-amz-target': 'AWSStepFunctions.Nothing', 'content-type': 'application/x-amz-json-1.0' }
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: '{}' })
    expect([response.status, ((await response.json()) as { __type: string }).__type]).toEqual([
      400,
      'UnknownOperationException',
    ])
  })
})
