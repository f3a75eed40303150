import { createHash } from 'node:crypto'
import { DomainError, isDomainError } from '@pilotgate/core/errors'
import type { Caller, Store } from '@pilotgate/core/ports'
import type { IdempotencyRecord } from '@pilotgate/core/program/idempotency-record'
import { organisation } from '@pilotgate/core/program/record'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { bodyText } from './request.ts'

/** A claim older than this belongs to a request that died on the way; the next one takes it over. Longer than any request lasts. */
const abandonedAfterMs = 35_000

type Response = APIGatewayProxyStructuredResultV2

/**
 * Makes a POST with an `Idempotency-Key` happen once: the same request again gets the first response; while the first still
 * runs, 409 with `Retry-After` (F13). A request that failed leaves no trace and may be tried again.
 * @throws DomainError `RequestInProgress`, `InvalidInput` (the key was used for another request)
 */
export const once = async (
  store: Store,
  caller: Caller,
  event: APIGatewayProxyEventV2,
  run: () => Promise<Response>,
): Promise<Response> => {
  const key = event.headers['idempotency-key']
  if (!key || event.requestContext.http.method !== 'POST') return run()
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw refusal('Must be 1 to 128 visible characters, for example a UUID.')
  const claim = await claimKey(store, caller, event, key)
  if (claim.response) return JSON.parse(claim.response.body)
  const response = await run().catch(async (error: unknown) => {
    await store
      .commit([{ kind: 'idempotency', record: claim, expect: claim.version, remove: true }])
      .catch(() => undefined)
    throw error
  })
  const record = {
    ...claim,
    status: 'done' as const,
    response: { status: response.statusCode ?? 200, body: JSON.stringify(response) },
  }
  // The work is done: a note of it that fails must neither hide that nor free the key for doing it again.
  await store.commit([{ kind: 'idempotency', record, expect: claim.version }]).catch(() => undefined)
  return response
}

const claimKey = async (
  store: Store,
  caller: Caller,
  event: APIGatewayProxyEventV2,
  key: string,
): Promise<IdempotencyRecord> => {
  const scope = { tenantId: caller.tenantId, scope: organisation }
  const hash = createHash('sha256')
    .update(`${event.rawPath}\n${bodyText(event)}`)
    .digest('hex')
  // Wall time, not the program's: a claim measures how long a request takes, also while the local clock stands still.
  const wallTime = Date.now()
  const claim: IdempotencyRecord = {
    ...scope,
    id: `${caller.email} ${key}`,
    version: 0,
    fingerprint: hash,
    status: 'in progress',
    claimedAt: new Date(wallTime).toISOString(),
  }
  try {
    await store.commit([{ kind: 'idempotency', record: claim, expect: 0 }])
    return { ...claim, version: 1 }
  } catch (error) {
    if (!isDomainError(error, 'AlreadyExists')) throw error
  }
  const known = await store.get('idempotency', scope, claim.id)
  if (known && known.fingerprint !== hash) throw refusal('Was used for another request already. Use a new key.')
  if (known?.status === 'done') return known
  const busy = () => new DomainError('RequestInProgress', 'The same request is being worked on. Try again in a moment.')
  if (!known || wallTime - Date.parse(known.claimedAt) < abandonedAfterMs) throw busy()
  try {
    await store.commit([{ kind: 'idempotency', record: claim, expect: known.version }])
  } catch (error) {
    throw isDomainError(error, 'StaleVersion') ? busy() : error
  }
  return { ...claim, version: known.version + 1 }
}

const refusal = (problem: string) =>
  new DomainError('InvalidInput', 'The header "Idempotency-Key" is not as expected.', {
    problems: [{ field: 'Idempotency-Key', problem }],
  })
