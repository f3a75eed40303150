import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { athenaWarehouse } from '@pilotgate/aws/warehouse'
import { database, workgroup } from '@pilotgate/local/athena/athena-handler'
import { openWarehouse } from '@pilotgate/local/athena/warehouse'
import { streamName } from '@pilotgate/local/firehose/firehose-handler'
import { openPendingRows } from '@pilotgate/local/firehose/pending-rows'
import { virtualClock } from '@pilotgate/local/virtual-clock'
import { afterAll, expect, it, vi } from 'vitest'
import { pointSdkAt, region } from '../../contract/dynamodb-table.ts'
import { row } from '../../contract/warehouse-contract.ts'
import { serve, stopServing } from '../serve.ts'

vi.mock('@duckdb/node-api', () => {
  throw new Error('Cannot find module @duckdb/node-bindings')
})

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-no-duckdb-'))
afterAll(() => {
  stopServing()
  rmSync(folder, { recursive: true })
})

it('keeps rows on a machine without DuckDB, and says what to do when it is asked', async () => {
  const warehouse = openWarehouse({ folder, clock: virtualClock({ running: false }) })
  pointSdkAt('AWS_ENDPOINT_URL_FIREHOSE', await serve(warehouse.firehose))
  pointSdkAt('AWS_ENDPOINT_URL_ATHENA', await serve(warehouse.athena))
  const program = { tenantId: 'northwind', programId: 'pilot' }
  const client = athenaWarehouse({ region, stream: streamName, database, workgroup })
  await client.deliver([row(program, 'E1.S001')])
  await expect(client.arrived(program)).rejects.toMatchObject({
    code: 'Unavailable',
    cause: { message: expect.stringMatching(/needs DuckDB, which is not installed for \w+-\w+\. Run "npm ci"/) },
  })
  await warehouse.close()
  expect(openPendingRows(join(folder, 'pending')).take()).toHaveLength(1)
})
