import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { dynamodbStore } from '@pilotgate/aws/dynamodb/store'
import { ulids } from '@pilotgate/aws/ids'
import { describe, expect, it } from 'vitest'
import { check, freshScope, weekChecked } from './samples.ts'

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

const named = (name: string, httpStatusCode: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode, attempts: 1 } })

/** A store on a DynamoDB that fails with these errors, one after the other (the last one for ever, if so said), then succeeds. */
const failing = (errors: Error[], forEver = false) => {
  const sent: TransactWriteCommand[] = []
  const client = {
    async send(command: TransactWriteCommand) {
      sent.push(command)
      const error = forEver && errors.length === 1 ? errors[0] : errors.shift()
      if (error) throw error
      return {}
    },
  }
  return { sent, store: dynamodbStore(client as unknown as DynamoDBDocumentClient, 'table', ulids()) }
}

// DynamoDB Local hardly ever reports conflicts, so here they are made (reliability F11).
describe('a commit that meets others', () => {
  const scope = freshScope()
  const changes = [check(scope, 'W01'), check(scope, 'W02', 4)]
  const events = [weekChecked(scope, 'W01')]

  it.each([
    [
      'conflicts',
      [cancelled('None', 'TransactionConflict', 'None'), cancelled('TransactionConflict', 'ThrottlingError', 'None')],
    ],
    ['throttling', [cancelled('ProvisionedThroughputExceeded', 'None', 'None'), named('ThrottlingException', 400)]],
    ['its own first sending', [named('TransactionInProgressException', 400)]],
  ])('tries the same again after %s', async (_, errors) => {
    const count = errors.length
    const { sent, store } = failing([...errors])
    await store.commit(changes, events)
    expect(sent).toHaveLength(count + 1)
    expect(new Set(sent.map(({ input }) => JSON.stringify(input))).size).toBe(1)
  })

  it('does not try again when a condition failed, whatever else happened', async () => {
    const stale = failing([cancelled('TransactionConflict', 'ConditionalCheckFailed', 'None')])
    await expect(stale.store.commit(changes, events)).rejects.toMatchObject({
      code: 'StaleVersion',
      message: expect.stringMatching(/W02/),
    })
    const existing = failing([cancelled('ConditionalCheckFailed', 'None', 'None')])
    await expect(existing.store.commit(changes, events)).rejects.toMatchObject({
      code: 'AlreadyExists',
      message: expect.stringMatching(/W01/),
    })
    expect([stale.sent.length, existing.sent.length]).toEqual([1, 1])
  })

  it('gives up on endless conflicts as Unavailable', async () => {
    const { sent, store } = failing([cancelled('TransactionConflict', 'None', 'None')], true)
    await expect(store.commit(changes, events)).rejects.toMatchObject({
      code: 'Unavailable',
      message: expect.stringMatching(/Try again/),
    })
    expect(sent).toHaveLength(9)
  })

  it('retries a single put as well', async () => {
    const { sent, store } = failing([named('TransactionConflictException', 400)])
    await store.commit([check(scope, 'W01', 1)])
    expect(sent.map((command) => command.constructor.name)).toEqual(['PutCommand', 'PutCommand'])
  })

  it.each([
    ['InternalServerError', 500],
    ['InternalFailure', 500],
    ['ServiceUnavailable', 503],
    ['TimeoutError', 0],
  ])('calls a database that breaks (%s) Unavailable', async (name, status) => {
    const { store } = failing([named(name, status)], true)
    await expect(store.commit(changes, events)).rejects.toMatchObject({ code: 'Unavailable' })
    await expect(store.commit([check(scope, 'W01')])).rejects.toMatchObject({ code: 'Unavailable' })
    await expect(store.get('weeklyCheck', scope, 'W01')).rejects.toMatchObject({ code: 'Unavailable' })
  })

  it('passes on what is a defect of ours', async () => {
    const { sent, store } = failing([named('ValidationException', 400)], true)
    await expect(store.commit(changes, events)).rejects.toMatchObject({ name: 'ValidationException' })
    expect(sent).toHaveLength(1)
  })
})

describe('reading many by id', () => {
  it('asks again for what was left out, and gives up as Unavailable', async () => {
    const scope = freshScope()
    const left = { UnprocessedKeys: { table: { Keys: [{ pk: 'a', sk: 'b' }] } } }
    let asked = 0
    const client = { send: async () => (++asked === 2 ? {} : left) } as unknown as DynamoDBDocumentClient
    const store = dynamodbStore(client, 'table', ulids())
    expect(await store.getMany('weeklyCheck', scope, ['W01', 'W02'])).toEqual([])
    expect(asked).toBe(2)
    await expect(store.getMany('weeklyCheck', scope, ['W01', 'W02'])).rejects.toMatchObject({ code: 'Unavailable' })
  })
})
