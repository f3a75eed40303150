import type { RawAnswer } from '@pilotgate/contracts/route'
import { statusOf } from '@pilotgate/contracts/status'
import { isDomainError } from '@pilotgate/core/errors'
import { log } from '../../lib/log.ts'
import { isRefusal } from './refusal.ts'

const type = { 'content-type': 'application/scim+json' }
const later = { 'retry-after': '5' }

export const answer = (status: number, body: object, headers: Record<string, string> = {}): RawAnswer => ({
  status,
  headers: { ...type, ...headers },
  body: JSON.stringify(body),
})

/**
 * A refusal as the protocol writes it (RFC 7644 §3.12); what is not the caller's fault is logged and tells nothing.
 * @param namesVersion whether the request had `If-Match`: a lost race is of interest only then, and to be run again by everybody else
 */
export const refused = (error: unknown, namesVersion = false): RawAnswer => {
  if (isRefusal(error)) return failure(error.status, error.message, error.scimType)
  if (!isDomainError(error)) {
    log('ERROR', String((error as Error)?.stack ?? error), { function: 'webhooks/api' })
    return failure(500, 'Something went wrong on our side. Try again.')
  }
  const status = statusOf[error.code]
  const [problem] = error.problems
  if (error.code === 'NotSignedIn') return failure(status, error.message, undefined, { 'www-authenticate': 'Bearer' })
  if (error.code === 'Unavailable') return failure(status, error.message, undefined, later)
  if (error.code === 'AlreadyExists' || (error.code === 'StaleVersion' && !namesVersion)) {
    return failure(
      statusOf.Unavailable,
      'Too much is changed at once just now. Try again in a moment.',
      undefined,
      later,
    )
  }
  if (error.code === 'InvalidInput') {
    return failure(status, problem ? `${problem.field}: ${problem.problem}` : error.message, 'invalidValue')
  }
  return failure(status, error.message, error.code === 'Conflict' ? 'uniqueness' : undefined)
}

const failure = (status: number, detail: string, scimType?: string, headers?: Record<string, string>): RawAnswer => {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
  return answer(status, { schemas, status: String(status), ...(scimType && { scimType }), detail }, headers)
}
