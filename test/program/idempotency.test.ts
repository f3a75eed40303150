import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import type { Ids } from '@pilotgate/core/ports'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import { once } from '../../functions/lib/http/idempotency.ts'
import { fakeStore } from '../contract/fakes/store.ts'

const caller = { tenantId: 'northwind', email: 'ada@northwind.test', name: 'Ada', roles: [] }
const event = (key?: string) =>
  ({
    rawPath: '/v1/programs',
    body: '{}',
    headers: { ...(key && { 'idempotency-key': key }) },
    requestContext: { http: { method: 'POST' } },
  }) as unknown as APIGatewayProxyEventV2

/** The ids that a request works with which then fails like this, and those of the same request sent again at once. */
const idsOfBoth = async (failure: Error, key: string) => {
  const store = fakeStore(ulids())
  const given: (string | undefined)[] = []
  const run = (then: () => { statusCode: number }) => async (ids?: () => Ids) => {
    given.push(ids?.().next())
    return then()
  }
  const fail = () => {
    throw failure
  }
  await expect(once(store, caller, event(key), run(fail))).rejects.toBe(failure)
  const answer = await once(
    store,
    caller,
    event(key),
    run(() => ({ statusCode: 201 })),
  )
  expect(answer).toEqual({ statusCode: 201 })
  return given
}

it.each([
  ['the database did not answer in time', new DomainError('Unavailable', 'Try again.')],
  ['something broke', new TypeError('x is undefined')],
])('what may have been done is tried again at once, under the same ids: %s', async (_, failure) => {
  const [first, second] = await idsOfBoth(failure, 'one')
  expect(second).toBe(first)
})

it('gives each attempt of a request the same ids, and none without a key', async () => {
  const store = fakeStore(ulids())
  const respond = async (ids?: () => Ids) => ({ body: [ids?.().next(), ids?.().next()].join() })
  const [one, other] = ((await once(store, caller, event('two'), respond)) as { body: string }).body.split(',')
  expect(one).toBe(other)
  expect(await once(store, caller, event(), respond)).toEqual({ body: ',' })
})
