import { pathParameters, type Route } from '../route.ts'
import { type ProblemCode, statusOf, titles } from '../status.ts'
import type { JsonSchema } from './schemas.ts'

/** What a refusal reads like; the text differs from case to case. */
const details: Record<ProblemCode, string> = {
  InvalidInput: 'The body is not as expected.',
  NotSignedIn: 'Sign in first: send "Authorization: Bearer" with your access token.',
  NotAllowed: 'You may not decide gates here. Someone with one of these roles can: program owner.',
  NotFound: 'There is no program "01KFZ0Q3W5T7R9YB2M4N6P8S0D" that you can see.',
  AlreadyExists: 'There is a template "leadership-pilot-emea" already. Choose another id.',
  AlreadyDecided: 'Gate W06 was decided on 2027-02-15T09:12:00Z: waive. It cannot be decided twice.',
  Conflict: 'It does not fit what is there. Read it again.',
  StaleVersion: 'It was changed since you read it. Read it again and repeat your change.',
  PreconditionRequired: 'Send "If-Match" with the ETag of the version you read, so that nobody\'s change is lost.',
  NotPossibleNow: 'Gate W06 is open: it is decided after its check on 2027-02-12T14:00:00Z.',
  QuorumNotMet: 'The committee cannot decide W12 yet: 2 of 5 members have voted; the quorum is 3.',
  ProgramPaused: 'The program is paused. Resume it first.',
  ProgramStopped: 'The program was stopped; it does not go on.',
  CandidateRejected: 'The candidate was turned down; reasons are with the candidacy.',
  CandidacyOver: 'The candidacy is over: it was withdrawn.',
  ExecutionTooOld: 'The execution is too old to be continued.',
  RequestInProgress: 'The same request is being worked on. Try again in a moment.',
  Unavailable: 'The database does not answer. Try again in a moment.',
  InternalError: 'Something went wrong on our side. Try again; if it stays, report the request id.',
}

const example = (code: ProblemCode) => ({
  type: `urn:pilotgate:${code}`,
  title: titles[code],
  status: statusOf[code],
  code,
  detail: details[code],
  problems: code === 'InvalidInput' ? [{ field: 'reason', problem: 'Say why, in a few words.' }] : [],
  requestId: '5f0c2d7e-8a41-4b7b-9d0e-2b1c3d4e5f60',
})

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait before trying again', schema: { type: 'integer' } },
}

/** One response for each status, with an example for each refusal that has it. */
const refusal = (status: number, description: string, headers?: object) => {
  const codes = (Object.keys(statusOf) as ProblemCode[]).filter((code) => statusOf[code] === status)
  return {
    description,
    ...(headers && { headers }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { summary: titles[code], value: example(code) }])),
      },
    },
  }
}

export const refusals = {
  InvalidInput: refusal(400, 'The input is not as expected; `problems` names each field'),
  NotSignedIn: refusal(401, 'No access token, or one that does not hold'),
  NotAllowed: refusal(403, 'Your roles do not allow it'),
  NotFound: refusal(404, 'It does not exist, or you have no part in it: both answer alike'),
  Conflict: refusal(409, 'It cannot be done in the state things are in; `code` says why', retryAfter),
  StaleVersion: refusal(412, 'Someone changed it since you read it'),
  PreconditionRequired: refusal(428, '`If-Match` is missing'),
  // The gateway itself answers this one, before Pilotgate's code is reached.
  TooManyRequests: { description: 'Too many requests; slow down and try again', headers: retryAfter },
  InternalError: refusal(500, 'Something went wrong on our side'),
  Unavailable: refusal(503, 'Not available for the moment', retryAfter),
}

const refusalsOf = (route: Route): (keyof typeof refusals)[] => {
  const changes = route.method !== 'GET'
  const signedIn = route.action !== 'public'
  return [
    ...(route.body || route.query ? (['InvalidInput'] as const) : []),
    ...(signedIn ? (['NotSignedIn', 'NotAllowed'] as const) : []),
    ...(pathParameters(route.path).length > 0 || changes ? (['NotFound'] as const) : []),
    ...(changes ? (['Conflict'] as const) : []),
    ...(route.etag === 'demands' ? (['StaleVersion', 'PreconditionRequired'] as const) : []),
    'TooManyRequests',
    'InternalError',
    'Unavailable',
  ]
}

const successWords = {
  200: 'Done',
  201: 'Made',
  202: 'Accepted; it goes on in the background',
  204: 'Done; no content',
}

const statusOfRefusal = (name: keyof typeof refusals): number =>
  name === 'TooManyRequests' ? 429 : statusOf[name as ProblemCode]

/** What a route gives: JSON by its schema, a page, or the bytes of a document. */
const contentOf = ({ produces }: Route, output: JsonSchema) => ({
  [produces ?? 'application/json']: {
    schema: produces === 'application/pdf' ? { type: 'string', format: 'binary' } : output,
  },
})

/** The responses of a route: its success, then the refusals it can meet. */
export const responsesOf = (route: Route, output: JsonSchema) => {
  const status = route.status ?? 200
  return {
    [status]: {
      description: successWords[status],
      ...(route.etag && { headers: { ETag: { $ref: '#/components/headers/ETag' } } }),
      ...(status !== 204 && { content: contentOf(route, output) }),
    },
    ...Object.fromEntries(
      refusalsOf(route).map((name) => [statusOfRefusal(name), { $ref: `#/components/responses/${name}` }]),
    ),
  }
}
