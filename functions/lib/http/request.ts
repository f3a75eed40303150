import type { RawRequest } from '@pilotgate/contracts/route'
import { DomainError } from '@pilotgate/core/errors'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { z } from 'zod'

/** The body's text; API Gateway may hand it over in Base64. */
export const bodyText = (event: APIGatewayProxyEventV2): string =>
  event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '')

/** The request as it came. Signatures are checked over these bytes, so they must not pass through any other encoding first (F14). */
export const rawRequest = (event: APIGatewayProxyEventV2): RawRequest => ({
  headers: event.headers,
  bytes: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  query: (event.queryStringParameters ?? {}) as Record<string, string>,
})

/** The time of the request as the gateway stamped it, ISO in UTC: the one `now` of everything it causes. */
export const requestTime = (event: APIGatewayProxyEventV2): string =>
  new Date(event.requestContext.timeEpoch).toISOString()

/** What people read where a schema has no words of its own. */
const plainWords = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code === 'unrecognized_keys') return 'Is not known here. Leave it out.'
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'Is missing.' : `Must be of type ${issue.expected}.`
  return undefined
}

/** @throws DomainError `InvalidInput` naming each field. */
export const parseWith = <T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> => {
  const parsed = schema.safeParse(value, { error: plainWords })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({
    field: [...issue.path, ...('keys' in issue ? [issue.keys.join(', ')] : [])].join('.') || what,
    problem: issue.message,
  }))
  throw new DomainError('InvalidInput', `The ${what} is not as expected.`, { problems })
}

/** @throws DomainError `InvalidInput` when the body is not JSON. */
export const parseJson = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    // Without the piece of the body that the parser shows: it may be confidential.
    const problem = (cause as Error).message.replace(/, (\.\.\.)?".*" is not valid JSON$/s, ' is not valid JSON')
    throw new DomainError('InvalidInput', 'The body is not valid JSON.', { problems: [{ field: 'body', problem }] })
  }
}

/** The version in `If-Match: "7"`. @throws DomainError `PreconditionRequired` without one, `InvalidInput` when it is no version. */
export const expectedVersion = (event: APIGatewayProxyEventV2): number => {
  const header = event.headers['if-match']
  if (!header) {
    throw new DomainError(
      'PreconditionRequired',
      'Send "If-Match" with the ETag of the version you read, so that nobody\'s change is lost.',
    )
  }
  const version = Number(/^(?:W\/)?"(\d+)"$/.exec(header)?.[1])
  if (Number.isInteger(version)) return version
  const problem = 'Must be the ETag of a GET, for example "7" with the quotes.'
  throw new DomainError('InvalidInput', 'The header "If-Match" is not as expected.', {
    problems: [{ field: 'If-Match', problem }],
  })
}
