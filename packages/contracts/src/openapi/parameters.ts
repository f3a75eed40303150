import { pathParameters, type Route } from '../route.ts'
import type { JsonSchema } from './schemas.ts'

const inPath: Record<string, { description: string; example: string | number; schema?: JsonSchema }> = {
  programId: { description: 'The program', example: '01KFZ0Q3W5T7R9YB2M4N6P8S0D' },
  templateId: { description: 'The template', example: 'leadership-pilot-24w' },
  gate: { description: "The gate's id in the template", example: 'W06' },
  fact: { description: 'The fact, as named in the criterion of a gate', example: 'session-attendance' },
  taskId: {
    description: 'The task, as `taskId` of the list of tasks; it starts with the gate it serves',
    example: 'W06.1.session-attendance.01KFZ0Q3W5T7R9YB2M4N6P8S0E',
  },
  personId: { description: 'The person, as `personId` of the list of people', example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E' },
  matchId: {
    description: 'The match, as `matchId` of the list of matches; it starts with the participant',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach',
  },
  candidacyId: {
    description: 'The candidacy, as `candidacyId` of the list of candidacies; it starts with the person',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.01',
  },
  rubric: { description: 'The rubric', example: 'live-demo' },
  service: { description: 'Coach or mentor', example: 'coach', schema: { type: 'string', enum: ['coach', 'mentor'] } },
  reviewId: {
    description: 'The review, as `reviewId` of the list of reviews',
    example: '2027-Q1.01KFZ0Q3W5T7R9YB2M4N6P8S0E',
  },
  day: { description: 'The day of the report, counted from the start', example: 60, schema: { type: 'integer' } },
}

/** Headers that mean the same wherever they are taken. */
export const headerParameters = {
  // No example: viewers fill it in, and a key used twice answers with what the first request got.
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A new value of your own for each thing you want done, for example a UUID. The same request sent again with the same key is done once and gets the same response.',
    schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The `ETag` of the version you read. If someone changed it since, nothing is written (412).',
    schema: { type: 'string', pattern: '^(W/)?"\\d+"$' },
    example: '"7"',
  },
}

/** @throws Error for a path parameter that nobody has described. */
const pathParameter = (name: string) => {
  const known = inPath[name]
  if (!known) throw new Error(`The path parameter {${name}} has no description: add it to openapi/parameters.ts.`)
  const { description, example, schema = { type: 'string' } } = known
  return { name, in: 'path', required: true, description, schema, example }
}

const queryParameters = (query: JsonSchema | undefined) => {
  const { properties = {}, required = [] } = (query ?? {}) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    ...(description !== undefined && { description }),
    schema,
  }))
}

/** Everything a route takes outside its body. */
export const parametersOf = (route: Route, query: JsonSchema | undefined) => [
  ...pathParameters(route.path).map(pathParameter),
  ...queryParameters(query),
  ...(route.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ...(route.etag === 'demands' ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
]
