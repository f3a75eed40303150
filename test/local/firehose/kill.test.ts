import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { athenaWarehouse } from '@pilotgate/aws/warehouse'
import { athenaQuery } from '@pilotgate/aws/warehouse-athena'
import { database, workgroup } from '@pilotgate/local/athena/athena-handler'
import { streamName } from '@pilotgate/local/firehose/firehose-handler'
import { afterAll, expect, it } from 'vitest'
import { pointSdkAt, region } from '../../contract/dynamodb-table.ts'
import { row } from '../../contract/warehouse-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotgate-warehouse-kill-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const live = async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'warehouse-child.ts'), folder])
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  const endpoint = String(line).trim()
  pointSdkAt('AWS_ENDPOINT_URL_FIREHOSE', endpoint)
  pointSdkAt('AWS_ENDPOINT_URL_ATHENA', endpoint)
  return child
}

it('keeps every acknowledged row, once, over SIGKILL between taking in, converting and answering', async () => {
  const program = { tenantId: 'northwind', programId: 'pilot' }
  const acknowledged: string[] = []
  // Answers in the second and third life find the conversions that the life before left undone.
  for (const [life, questions] of [0, 1, 3].entries()) {
    const child = await live()
    const warehouse = athenaWarehouse({ region, stream: streamName, database, workgroup })
    const dying = once(child, 'close')
    const asking = Array.from({ length: questions }, () => warehouse.arrived(program).catch(() => undefined))
    for (let batch = 0; batch < 12; batch += 1) {
      const ids = Array.from({ length: 20 }, (_, index) => `L${life}.B${batch}.${index}`)
      const sent = warehouse.deliver(ids.map((id) => row(program, id)))
      // The last batch meets the kill: whether it was taken is open.
      if (batch === 11) {
        child.kill('SIGKILL')
        await sent.catch(() => undefined)
      } else {
        await sent
        acknowledged.push(...ids)
      }
    }
    await Promise.all([dying, ...asking])
  }
  const last = await live()
  const rows = await athenaQuery({ region, database, workgroup })('SELECT session_id FROM sessions')
  const found = rows.map(({ session_id }) => session_id!)
  const counted = new Map<string, number>()
  for (const id of found) counted.set(id, (counted.get(id) ?? 0) + 1)
  expect(acknowledged).toHaveLength(3 * 11 * 20)
  expect(acknowledged.filter((id) => counted.get(id) !== 1)).toEqual([])
  last.kill('SIGKILL')
})
