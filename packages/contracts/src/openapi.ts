import { actions, isOrganisationAction } from '@pilotgate/core/program/authority'
import { roles } from '@pilotgate/core/program/roles'
import { headerParameters, parametersOf } from './openapi/parameters.ts'
import { refusals, responsesOf } from './openapi/responses.ts'
import { type JsonSchema, schemasOf } from './openapi/schemas.ts'
import { webhookHeaders, webhooksOf } from './openapi/webhooks.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

const tags: Record<Route['tag'], string> = {
  Templates: 'The weeks, gates and thresholds that programs are made from. Shipped templates are copied, then changed.',
  Programs: 'Runs of a template: set up, start, pause, resume, stop, and the timeline.',
  People: 'Who takes part in a program, in which roles, and what you may do yourself.',
  Intake: 'What participants tell about themselves and their goals, what they consent to, and which services follow.',
  Tasks: 'What people are asked to do, with due dates and the form to answer.',
  Evidence: 'Facts that people state for gates, with value and source.',
  Selection: 'Candidacies of coaches and mentors, their panels, references, documents and credentials.',
  Supervision: 'Practicum and levels, sampled reviews, recertification and continuing assignment.',
  Matching: 'Profiles of coaches and mentors, proposals, their review, and what became of the pairs.',
  Engagements:
    'Working agreements, kickoff, sessions, action items, sponsor actions, escalations and closing artifacts of pairs.',
  Measurement: 'Instruments, KPIs with the rows behind them, impact, return on investment and deliverables.',
  Gates: 'Go/no-go criteria with outcome, votes and decisions.',
  Audit: 'Who did what and when.',
  Executions: 'The state machine that drives a program, and what it has done so far.',
  Mail: 'Who got which mail, and whether it was sent.',
  Connections: "HR systems that people's data come from: set-up, secrets, imports and the log of deliveries.",
  Webhooks:
    'Addresses that events are sent to, signed after Standard Webhooks: set-up, secrets, the log of deliveries.',
  Calendar: 'Sessions as a calendar to subscribe to.',
  Doors: 'Where HR systems deliver their events, signed in the way of each vendor.',
  SCIM: 'People and groups as an identity provider keeps them in step (SCIM 2.0, RFC 7643 and RFC 7644).',
  Health: 'Whether the service answers.',
}

const introduction = `Pilotgate runs leadership coaching and mentoring programs as gated, measurable workflows.

**Sign in** with an OpenID Connect access token: \`Authorization: Bearer …\`. What you may do depends on your roles in the program.

**Change without losing changes**: what carries an \`ETag\` is changed by sending that value back as \`If-Match\`.

**Repeat safely**: send a POST with an \`Idempotency-Key\`; sent again, it is done once and answers the same.

**Lists** come in pages: pass \`cursor\` of a page to get the next; there is none on the last page.

**Times** are ISO 8601 in UTC; dates and weeks are those of the program's IANA zone.

**Refusals** are problem+json (RFC 9457): act on \`code\`, show \`detail\`.`

/** Who may call a route, in words. */
const whoMay = ({ action, path }: Route): string => {
  if (action === 'public') return 'Anyone, without signing in.'
  const allowed: readonly string[] = actions[action]
  const kind = allowed.length === 1 ? 'a role' : 'roles'
  if (isOrganisationAction(action)) return `${allowed.join(', ')} (${kind} of the access token).`
  if (!path.includes('{programId}')) return 'Anyone who is signed in.'
  if (allowed.length === roles.length) return 'Anyone with a part in the program.'
  return `${allowed.join(', ')} (${kind} in the program).`
}

/** Examples stand beside the schema, where every viewer finds them. */
const bodyOf = (schema: JsonSchema | undefined) => {
  if (!schema) return undefined
  const { examples = [], ...rest } = schema as { examples?: unknown[] }
  const named = examples.map((value, index) => [`example${index + 1}`, { value }])
  const content = { schema: rest, ...(named.length > 0 && { examples: Object.fromEntries(named) }) }
  return { required: true, content: { 'application/json': content } }
}

/**
 * The OpenAPI 3.1 document of the HTTP API, derived from the table of routes.
 * @param serverUrl where the API answers; `/` for "where this document came from"
 * @param issuer the OpenID Connect issuer whose access tokens the API takes
 */
export const openApiDocument = ({ serverUrl, issuer }: { serverUrl: string; issuer?: string }) => {
  const table = Object.entries<Route>(routes)
  const schemas = schemasOf(table)
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, route] of table) {
    const requestBody = bodyOf(schemas.body(name))
    paths[route.path] ??= {}
    paths[route.path]![route.method.toLowerCase()] = {
      operationId: name,
      tags: [route.tag],
      summary: route.summary,
      description: [route.description, `**Who may:** ${whoMay(route)}`].filter(Boolean).join('\n\n'),
      'x-pilotgate-action': route.action,
      security: route.action === 'public' ? [] : [{ bearer: [] }],
      parameters: parametersOf(route, schemas.query(name)),
      ...(requestBody && { requestBody }),
      responses: responsesOf(route, schemas.output(name)),
    }
  }
  const discovery = issuer && `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pilotgate',
      version: '1.0.0',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }],
    paths,
    webhooks: webhooksOf(),
    components: {
      schemas: schemas.components,
      parameters: { ...headerParameters, ...webhookHeaders },
      headers: {
        ETag: { description: 'The version, for `If-Match`', schema: { type: 'string' }, example: '"7"' },
      },
      responses: refusals,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: `An OpenID Connect access token${discovery ? ` of ${issuer} (${discovery})` : ''}.`,
        },
      },
    },
  }
}
