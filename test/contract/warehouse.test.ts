import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { athenaWarehouse } from '@pilotgate/aws/warehouse'
import { database, workgroup } from '@pilotgate/local/athena/athena-handler'
import { type LocalWarehouse, openWarehouse } from '@pilotgate/local/athena/warehouse'
import { streamName } from '@pilotgate/local/firehose/firehose-handler'
import { virtualClock } from '@pilotgate/local/virtual-clock'
import { afterAll, describe, expect, it } from 'vitest'
import { serve, stopServing } from '../local/serve.ts'
import { pointSdkAt, region } from './dynamodb-table.ts'
import { fakeWarehouse } from './fakes/warehouse.ts'
import { freshProgram, row, warehouseContract } from './warehouse-contract.ts'

warehouseContract('The fake', async () => fakeWarehouse())

const opened: LocalWarehouse[] = []
const folder = mkdtempSync(join(tmpdir(), 'pilotgate-warehouse-'))
afterAll(async () => {
  stopServing()
  for (const each of opened) await each.close()
  rmSync(folder, { recursive: true, force: true })
})

const warehouseOn = (endpoints: { firehose: string; athena: string }, patience?: number) => {
  pointSdkAt('AWS_ENDPOINT_URL_FIREHOSE', endpoints.firehose)
  pointSdkAt('AWS_ENDPOINT_URL_ATHENA', endpoints.athena)
  return athenaWarehouse({ region, stream: streamName, database, workgroup, patience })
}

let made: Promise<{ firehose: string; athena: string }> | undefined
const local = () => {
  const open = async () => {
    const clock = virtualClock({ start: Date.parse('2027-01-04T08:00:00Z'), running: false })
    const warehouse = openWarehouse({ folder, clock, temporary: true })
    opened.push(warehouse)
    return { firehose: await serve(warehouse.firehose), athena: await serve(warehouse.athena) }
  }
  made ??= open()
  return made
}

warehouseContract('Firehose and Athena', async () => warehouseOn(await local()))

describe('The warehouse on Firehose and Athena', () => {
  type Answer = (operation: string, body: Record<string, unknown>, call: number) => [status: number, body: object]

  /** Both services, answered by hand; gives what they were asked for. */
  const answered = async (answer: Answer, patience?: number) => {
    const asked: { operation: string; body: Record<string, unknown> }[] = []
    const endpoint = await serve(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = JSON.parse(Buffer.concat(chunks).toString())
      const operation = String(request.headers['x-amz-target']).split('.').at(-1)!
      asked.push({ operation, body })
      const calls = asked.filter((each) => each.operation === operation).length
      const [status, result] = answer(operation, body, calls)
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(result))
    })
    return { asked, warehouse: warehouseOn({ firehose: endpoint, athena: endpoint }, patience) }
  }

  const linesOf = ({ body }: { body: Record<string, unknown> }): { session_id: string }[] =>
    (body.Records as { Data: string }[]).map(({ Data }) => JSON.parse(Buffer.from(Data, 'base64').toString()))
  const idsOf = (request: { body: Record<string, unknown> }) => linesOf(request).map((line) => line.session_id)

  const program = freshProgram()
  const rows = ['E1.S001', 'E1.S002', 'E1.S003'].map((id) => row(program, id))

  it('sends only what was not taken again, until all is taken', async () => {
    const busy = { ErrorCode: 'ServiceUnavailableException', ErrorMessage: 'Slow down.' }
    const { asked, warehouse } = await answered((_, body, call) => {
      const count = (body.Records as unknown[]).length
      const RequestResponses = Array.from({ length: count }, (_, index) =>
        call < 3 && index > 0 ? busy : { RecordId: `${call}` },
      )
      return [200, { FailedPutCount: RequestResponses.filter((each) => 'ErrorCode' in each).length, RequestResponses }]
    })
    await warehouse.deliver(rows)
    expect(asked.map(idsOf)).toEqual([['E1.S001', 'E1.S002', 'E1.S003'], ['E1.S002', 'E1.S003'], ['E1.S003']])
  })

  it('is Unavailable when some rows are never taken', async () => {
    const { asked, warehouse } = await answered((_, body) => {
      const taken = (body.Records as unknown[]).slice(1).map(() => ({ RecordId: '1' }))
      const broken = { ErrorCode: 'InternalFailure', ErrorMessage: 'Broken.' }
      return [200, { FailedPutCount: 1, RequestResponses: [broken, ...taken] }]
    })
    await expect(warehouse.deliver(rows.slice(0, 2))).rejects.toMatchObject({
      code: 'Unavailable',
      cause: { message: '1 rows were not taken (InternalFailure).' },
    })
    expect(asked).toHaveLength(5)
  })

  it('sends lines of JSON by the names of the columns, 500 at a time, with instants in one spelling', async () => {
    const { asked, warehouse } = await answered((_, body) => {
      const RequestResponses = (body.Records as unknown[]).map(() => ({ RecordId: '1' }))
      return [200, { FailedPutCount: 0, RequestResponses }]
    })
    await warehouse.deliver(
      Array.from({ length: 1001 }, () => row(program, 'E1.S001', { startsAt: '2027-01-04T08:00:00Z' })),
    )
    expect(asked.map((request) => idsOf(request).length)).toEqual([500, 500, 1])
    const [record] = asked[2]!.body.Records as { Data: string }[]
    expect(Buffer.from(record!.Data, 'base64').toString()).toMatch(/^\{"schema_version":1,"tenant_id":.*\}\n$/)
    expect(linesOf(asked[2]!)[0]).toMatchObject({
      starts_at: '2027-01-04T08:00:00.000Z',
      action_items: 0,
      rating: null,
    })
  })

  const status = (State: string) => ({
    QueryExecution: { Status: { State, StateChangeReason: 'SYNTAX_ERROR: tenant' } },
  })
  const athena =
    (states: string[]): Answer =>
    (operation, _, call) => {
      if (operation === 'StartQueryExecution') return [200, { QueryExecutionId: 'query-1' }]
      if (operation === 'GetQueryExecution') return [200, status(states[call - 1] ?? states.at(-1)!)]
      return [200, { ResultSet: { Rows: [{ Data: [{ VarCharValue: 'session_id' }] }] } }]
    }

  it('waits for the answer of a query', async () => {
    const { asked, warehouse } = await answered(athena(['QUEUED', 'RUNNING', 'SUCCEEDED']))
    expect(await warehouse.arrived(program)).toEqual({ sessions: [], newestRecordedAt: undefined })
    const polled = ['GetQueryExecution', 'GetQueryExecution', 'GetQueryExecution']
    expect(asked.map(({ operation }) => operation)).toEqual(['StartQueryExecution', ...polled, 'GetQueryResults'])
    expect(asked[0]!.body).toMatchObject({ WorkGroup: workgroup, QueryExecutionContext: { Database: database } })
  })

  it.each(['FAILED', 'CANCELLED'])(
    'is Unavailable when the query ends as %s, with the reason as cause only',
    async (end) => {
      const { warehouse } = await answered(athena([end]))
      const error = await warehouse.arrived(program).catch((refusal: Error) => refusal)
      expect(error).toMatchObject({ code: 'Unavailable', cause: { message: expect.stringContaining('SYNTAX_ERROR') } })
      expect((error as Error).message).not.toContain('SYNTAX')
    },
  )

  it('stops a query that takes too long', async () => {
    const { asked, warehouse } = await answered(athena(['RUNNING']), 60)
    await expect(warehouse.arrived(program)).rejects.toMatchObject({ code: 'Unavailable' })
    expect(asked.at(-1)).toMatchObject({ operation: 'StopQueryExecution', body: { QueryExecutionId: 'query-1' } })
  })

  it('is Unavailable when it cannot be reached', async () => {
    const nowhere = 'http://127.0.0.1:1'
    const warehouse = warehouseOn({ firehose: nowhere, athena: nowhere })
    const unavailable = { code: 'Unavailable', message: expect.stringContaining('The warehouse') }
    await expect(warehouse.deliver(rows)).rejects.toMatchObject(unavailable)
    await expect(warehouse.arrived(program)).rejects.toMatchObject(unavailable)
  })
})
