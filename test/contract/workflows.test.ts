import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stepFunctionsWorkflows } from '@pilotgate/aws/step-functions'
import { createEngine, type Engine } from '@pilotgate/local/states/engine'
import { openStateStore } from '@pilotgate/local/states/store'
import { stepFunctionsHandler } from '@pilotgate/local/states/wire/server'
import { virtualClock } from '@pilotgate/local/virtual-clock'
import { afterAll, describe, expect, it } from 'vitest'
import { pointSdkAt, region } from './dynamodb-table.ts'
import { fakeWorkflows } from './fakes/workflows.ts'
import { workflowsContract } from './workflows-contract.ts'

const functionArn = `arn:aws:lambda:${region}:000000000000:function:ask`
const settings = { region, roleArn: 'arn:aws:iam::000000000000:role/machines', prefix: 'test-' }

workflowsContract('The fake', async () => {
  const workflows = fakeWorkflows()
  return { workflows, functionArn, tokenOf: async (executionArn) => workflows.tokenOf(executionArn) }
})

let server: Server
let engine: Engine
afterAll(() => {
  engine.close()
  server.close()
})

workflowsContract('Step Functions', async () => {
  const tokens = new Map<string, string>()
  const invoke = {
    async invoke(_name: string, payload: unknown) {
      const { execution, token } = payload as { execution: string; token: string }
      tokens.set(execution, token)
      return null
    },
  }
  const clock = virtualClock({ start: Date.parse('2027-01-04T08:00:00Z'), running: false })
  engine = createEngine({ clock, store: openStateStore(':memory:'), invoke, region })
  server = createServer(stepFunctionsHandler(engine)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  pointSdkAt('AWS_ENDPOINT_URL_SFN', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return {
    workflows: stepFunctionsWorkflows(settings),
    functionArn,
    tokenOf: async (executionArn) => tokens.get(executionArn),
  }
})

describe('Step Functions that cannot be reached', () => {
  it('is Unavailable', async () => {
    pointSdkAt('AWS_ENDPOINT_URL_SFN', 'http://127.0.0.1:1')
    const workflows = stepFunctionsWorkflows(settings)
    await expect(workflows.answer('token', {})).rejects.toMatchObject({
      code: 'Unavailable',
      message: expect.stringMatching(/workflow service does not answer/),
    })
  })
})
