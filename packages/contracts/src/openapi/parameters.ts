import { kpiIds } from '@pilotgate/core/measurement/kpis/kpi-ids'
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
  sessionId: {
    description: 'The session, as `sessionId` of the list of sessions; it starts with the engagement',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach.S001',
  },
  actionId: {
    description: 'The action item, as `actionId` of the list of action items; it starts with the session',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach.S001.A1',
  },
  sponsorActionId: {
    description: 'The sponsor action, as `sponsorActionId` of the list; it starts with the engagement',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.mentor.P001',
  },
  milestoneId: {
    description: 'The milestone, as `milestoneId` of the list of milestones; it starts with the engagement',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach.M001',
  },
  blockerId: {
    description: 'The blocker, as `blockerId` of the list of blockers',
    example: 'B.01KFZ0Q3W5T7R9YB2M4N6P8S0F',
  },
  escalationId: {
    description: 'The escalation, as `escalationId` of the list of escalations',
    example: 'E.01KFZ0Q3W5T7R9YB2M4N6P8S0G',
  },
  rubric: { description: 'The rubric', example: 'live-demo' },
  service: { description: 'Coach or mentor', example: 'coach', schema: { type: 'string', enum: ['coach', 'mentor'] } },
  reviewId: {
    description: 'The review, as `reviewId` of the list of reviews',
    example: '2027-Q1.01KFZ0Q3W5T7R9YB2M4N6P8S0E',
  },
  engagementId: {
    description: 'The engagement, as `engagementId` of the list of engagements; it is the id of the match',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach',
  },
  kind: {
    description: 'The closing artifact',
    example: 'closing-notes',
    schema: { type: 'string', enum: ['closing-notes', 'final-outcome', 'progress-report'] },
  },
  number: { description: 'The version of the working agreement', example: 1, schema: { type: 'integer' } },
  packId: {
    description: 'The steering pack, as `packId` of the list of packs: gate or day, round, edition',
    example: 'W12.1.001',
  },
  impactId: {
    description: 'The impact report, as `impactId` of the list of reports',
    example: 'IMPACT.01KFZ0Q3W5T7R9YB2M4N6P8S0F',
  },
  roiId: {
    description: 'The return on investment, as `roiId` of the list',
    example: 'ROI.01KFZ0Q3W5T7R9YB2M4N6P8S0G',
  },
  deliverableId: {
    description: 'The deliverable, as `deliverableId` of the list of deliverables',
    example: 'budget.01KFZ0Q3W5T7R9YB2M4N6P8S0H',
  },
  connectionId: {
    description: 'The connection, as `connectionId` of the list of connections',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0J',
  },
  secretId: {
    description: 'The secret, as `secretId` of the connection or webhook',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0K',
  },
  deliveryId: { description: 'The delivery, as `deliveryId` of the log', example: '01KFZ0Q3W5T7R9YB2M4N6P8S0L' },
  webhookId: {
    description: 'The webhook, as `webhookId` of the list of webhooks',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0M',
  },
  key: { description: 'The key, as it is in the address you were given', example: 'bm9yZGxpY2h0Ci0KMDFLRlow' },
  id: {
    description: 'The id of the resource, as this service provider gave it',
    example: '01KFZ0Q3W5T7R9YB2M4N6P8S0N',
  },
  kpi: { description: 'The KPI', example: 'K1', schema: { type: 'string', enum: [...kpiIds] } },
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
