import { createHash } from 'node:crypto'
import { repeatableUlids } from '@pilotgate/aws/ids'
import { DomainError, isDomainError } from '@pilotgate/core/errors'
import type { Caller, Change, Ids, Store } from '@pilotgate/core/ports'
import type { IdempotencyRecord } from '@pilotgate/core/program/idempotency-record'
import { organisation } from '@pilotgate/core/program/record'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { bodyText } from './request.ts'

/** A claim older than this belongs to a request that died on the way; the next one takes it over. Longer than any request lasts. */
const abandonedAfterMs = 35_000

/** Of a claim that the next request may take over at once. */
const longAgo = new Date(0).toISOString()

type Response = APIGatewayProxyStructuredResultV2

/**
 * Makes a POST with an `Idempotency-Key` happen once: the same request again gets the first response; while the first still
 * runs, 409 with `Retry-After` (F13). A request that was refused leaves no trace and may be tried again. One that broke off may have
 * been done all the same: whoever takes it over works with the same ids, so that nothing is made twice.
 * @param run gets a source of those ids, from the first one on each time it is asked; none without a key
 * @throws DomainError `RequestInProgress`, `InvalidInput` (the key was used for another request)
 */
export const once = async (
  store: Store,
  caller: Caller,
  event: APIGatewayProxyEventV2,
  run: (ids?: () => Ids) => Promise<Response>,
): Promise<Response> => {
  const key = event.headers['idempotency-key']
  // A public request belongs to nobody whose keys could be kept; what it does is repeatable by itself.
  if (!key || event.requestContext.http.method !== 'POST' || !caller.tenantId) return run()
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw refusal('Must be 1 to 128 visible characters, for example a UUID.')
  const claim = await claimKey(store, caller, event, key)
  if (claim.response) return JSON.parse(claim.response.body)
  const seed = [claim.tenantId, claim.id, claim.fingerprint].join('\n')
  const response = await run(() => repeatableUlids(seed, claim.startedAt)).catch(async (error: unknown) => {
    const refused = isDomainError(error) && error.code !== 'Unavailable'
    const change: Change = refused
      ? { kind: 'idempotency', record: claim, expect: claim.version, remove: true }
      : { kind: 'idempotency', record: { ...claim, claimedAt: longAgo }, expect: claim.version }
    await store.commit([change]).catch(() => undefined)
    throw error
  })
  const record = {
    ...claim,
    status: 'done' as const,
    response: { status: response.statusCode ?? 200, body: JSON.stringify(withoutSecret(response)) },
  }
  // The work is done: a note of it that fails must neither hide that nor free the key for doing it again.
  await store.commit([{ kind: 'idempotency', record, expect: claim.version }]).catch(() => undefined)
  return response
}

/** A secret that is shown once is not kept to be shown again. */
const withoutSecret = (response: Response): Response => {
  if (!response.body?.includes('"newSecret"')) return response
  const { newSecret: _, ...body } = JSON.parse(response.body)
  return { ...response, body: JSON.stringify(body) }
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
  const at = new Date(wallTime).toISOString()
  const claim: IdempotencyRecord = {
    ...scope,
    id: `${caller.email} ${key}`,
    version: 0,
    fingerprint: hash,
    status: 'in progress',
    startedAt: at,
    claimedAt: at,
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
  const takeover = { ...claim, startedAt: known.startedAt }
  try {
    await store.commit([{ kind: 'idempotency', record: takeover, expect: known.version }])
  } catch (error) {
    throw isDomainError(error, 'StaleVersion') ? busy() : error
  }
  return { ...takeover, version: known.version + 1 }
}

const refusal = (problem: string) =>
  new DomainError('InvalidInput', 'The header "Idempotency-Key" is not as expected.', {
    problems: [{ field: 'Idempotency-Key', problem }],
  })
