import { ulids } from '@pilotgate/aws/ids'
import { afterAll, describe, expect, it } from 'vitest'
import { startTable } from './dynamodb-table.ts'
import { fakeStore } from './fakes/store.ts'
import { check, freshScope, weekChecked } from './samples.ts'
import { storeContract } from './store-contract.ts'

let started: Awaited<ReturnType<typeof startTable>> | undefined
afterAll(() => started?.database.stop())

storeContract('The fake', async () => fakeStore(ulids()))

storeContract('DynamoDB', async () => {
  started = await startTable()
  return started.store
})

describe('DynamoDB', () => {
  it.each([[false], [true]])(
    'refuses a record larger than it takes, in words (with an event: %s)',
    async (withEvent) => {
      const scope = freshScope()
      const events = withEvent ? [weekChecked(scope, 'W01')] : []
      const large = started!.store.commit([check(scope, 'W01', 0, ['x'.repeat(410_000)])], events)
      await expect(large).rejects.toMatchObject({ code: 'InvalidInput', message: expect.stringContaining('400 KB') })
    },
  )
})
