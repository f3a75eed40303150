import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  ListWorkGroupsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import { database, workgroup } from '@pilotgate/local/athena/athena-handler'
import { openWarehouse } from '@pilotgate/local/athena/warehouse'
import { virtualClock } from '@pilotgate/local/virtual-clock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { region } from '../../contract/dynamodb-table.ts'
import { serve, stopServing } from '../serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-athena-'))
let client: AthenaClient
let close: () => Promise<void>
beforeAll(async () => {
  const clock = virtualClock({ start: Date.parse('2027-01-04T08:00:00Z'), running: false })
  const warehouse = openWarehouse({ folder, clock })
  close = warehouse.close
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  client = new AthenaClient({ region, endpoint: await serve(warehouse.athena), credentials })
})
afterAll(async () => {
  stopServing()
  await close()
  rmSync(folder, { recursive: true })
})

const start = async (QueryString: string, more: object = {}) =>
  (await client.send(new StartQueryExecutionCommand({ QueryString, WorkGroup: workgroup, ...more }))).QueryExecutionId!
const state = async (QueryExecutionId: string) =>
  (await client.send(new GetQueryExecutionCommand({ QueryExecutionId }))).QueryExecution!
const ended = async (id: string) => {
  for (;;) {
    const execution = await state(id)
    if (execution.Status!.State !== 'RUNNING') return execution
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('the local Athena', () => {
  it('gives rows as texts in pages, the names of the columns first', async () => {
    const id = await start('SELECT i AS number, NULL AS nothing, [1, 2] AS list FROM range(3) t(i) ORDER BY i')
    expect(await ended(id)).toMatchObject({
      QueryExecutionId: id,
      WorkGroup: workgroup,
      Status: { State: 'SUCCEEDED', SubmissionDateTime: new Date('2027-01-04T08:00:00Z') },
    })
    const first = await client.send(new GetQueryResultsCommand({ QueryExecutionId: id, MaxResults: 2 }))
    const second = await client.send(
      new GetQueryResultsCommand({ QueryExecutionId: id, MaxResults: 2, NextToken: first.NextToken }),
    )
    const texts = [first, second].flatMap((page) =>
      page.ResultSet!.Rows!.map(({ Data }) => Data!.map((each) => each.VarCharValue)),
    )
    expect(texts).toEqual([
      ['number', 'nothing', 'list'],
      ['0', undefined, '[1, 2]'],
      ['1', undefined, '[1, 2]'],
      ['2', undefined, '[1, 2]'],
    ])
    expect(second.NextToken).toBeUndefined()
    expect(first.ResultSet!.ResultSetMetadata!.ColumnInfo![0]).toMatchObject({ Name: 'number', Type: 'bigint' })
  })

  it('has the table and the view when nothing has arrived', async () => {
    for (const table of ['sessions', 'latest_sessions']) {
      const id = await start(`SELECT session_id, rating FROM ${table}`)
      expect((await ended(id)).Status!.State).toBe('SUCCEEDED')
      const { ResultSet } = await client.send(new GetQueryResultsCommand({ QueryExecutionId: id }))
      expect(ResultSet!.Rows).toHaveLength(1)
    }
  })

  it('starts a query once for each token of the client', async () => {
    const more = { ClientRequestToken: 'token-of-at-least-32-characters-000' }
    expect(await start('SELECT 1', more)).toBe(await start('SELECT 1', more))
    expect(await start('SELECT 1')).not.toBe(await start('SELECT 1'))
  })

  it('ends a wrong query as failed, and says why', async () => {
    const id = await start('SELECT nowhere FROM sessions')
    expect((await ended(id)).Status).toMatchObject({
      State: 'FAILED',
      StateChangeReason: expect.stringContaining('nowhere'),
    })
    await expect(client.send(new GetQueryResultsCommand({ QueryExecutionId: id }))).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: 'Query has not yet finished. Current state: FAILED',
    })
    expect((await ended(await start('SELECT 1'))).Status!.State).toBe('SUCCEEDED')
  })

  it('ends a stopped query as cancelled', async () => {
    const id = await start('SELECT count(*) FROM range(20_000_000)')
    await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }))
    expect((await state(id)).Status!.State).toBe('CANCELLED')
    // The next one waits for it; what it found is not told.
    await ended(await start('SELECT 1'))
    expect((await state(id)).Status!.State).toBe('CANCELLED')
  })

  it('answers wrong requests as Athena does', async () => {
    const cases: [() => Promise<unknown>, string][] = [
      [() => state('no-such-query'), 'InvalidRequestException'],
      [() => start('SELECT 1', { WorkGroup: 'other' }), 'InvalidRequestException'],
      [() => start('SELECT 1', { QueryExecutionContext: { Database: 'other' } }), 'InvalidRequestException'],
      [() => start('SELECT ?', { ExecutionParameters: ['1'] }), 'InvalidRequestException'],
      [() => client.send(new ListWorkGroupsCommand({})), 'UnknownOperationException'],
    ]
    for (const [answer, name] of cases) await expect(answer()).rejects.toMatchObject({ name })
    expect(
      (await ended(await start('SELECT 1', { QueryExecutionContext: { Database: database } }))).Status!.State,
    ).toBe('SUCCEEDED')
  })
})
