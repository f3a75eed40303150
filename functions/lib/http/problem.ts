import type { MiddlewareObj } from '@middy/core'
import type { Problem } from '@pilotgate/contracts/problem'
import { statusOf, titles } from '@pilotgate/contracts/status'
import { isDomainError } from '@pilotgate/core/errors'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { log } from '../log.ts'

/** Seconds after which a caller may try again what is busy or down. */
const retryAfter: Record<string, number> = { RequestInProgress: 2, Unavailable: 5 }

/**
 * Turns what is thrown into problem+json (RFC 9457). The text of expected errors helps the caller; an unexpected one tells
 * nothing but an id to ask with.
 */
export const problemJson = (): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    const { error } = request
    const requestId = request.event.requestContext.requestId
    const code = isDomainError(error) ? error.code : 'InternalError'
    const status = statusOf[code]
    if (status >= 500) log('ERROR', String(error?.stack ?? error), { requestId, code })
    const body: Problem = {
      type: `urn:pilotgate:${code}`,
      title: titles[code],
      status,
      code,
      detail: isDomainError(error)
        ? error.message
        : 'Something went wrong on our side. Try again; if it stays, report the request id.',
      problems: isDomainError(error) ? error.problems : [],
      requestId,
    }
    request.response = {
      statusCode: status,
      headers: {
        'content-type': 'application/problem+json',
        ...(retryAfter[code] && { 'retry-after': String(retryAfter[code]) }),
      },
      body: JSON.stringify(body),
    }
  },
})
