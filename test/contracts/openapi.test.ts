import { openApiDocument } from '@pilotgate/contracts/openapi'
import { problem } from '@pilotgate/contracts/problem'
import { pathParameters, type Route } from '@pilotgate/contracts/route'
import { routes } from '@pilotgate/contracts/routes'
import { statusOf, titles } from '@pilotgate/contracts/status'
import { errorCodes } from '@pilotgate/core/errors'
import { event as anyEvent } from '@pilotgate/core/events'
import { withheldDetails } from '@pilotgate/core/program/read-audit'
import { eventCatalogue, testEventType } from '@pilotgate/core/program/webhooks/event-catalogue'
import { toPayload, withheldFromWebhooks } from '@pilotgate/core/program/webhooks/payload'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const document = openApiDocument({ serverUrl: 'https://api.example.com', issuer: 'https://id.example.com/' })
const table = Object.entries<Route>(routes)

// biome-ignore lint/suspicious/noExplicitAny: a document of free shape, looked into by path
type Json = Record<string, any>

const operation = (name: string): Json => {
  const { path, method } = routes[name as keyof typeof routes] as Route
  return document.paths[path]![method.toLowerCase()] as Json
}

/** Follows a `$ref` of this document. */
const resolve = (value: Json): Json => {
  if (!value.$ref) return value
  const keys: string[] = value.$ref.slice(2).split('/')
  return keys.reduce((at: Json, key) => at?.[key], document as Json)
}

const parameters = (name: string): Json[] => operation(name).parameters.map(resolve)
const named = (list: Json[], place: string) => list.filter((each) => each.in === place)
const problemExamples = (response: Json): Json[] =>
  Object.values<Json>(response.content?.['application/problem+json']?.examples ?? {}).map(({ value }) => value)

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1 in which every reference leads somewhere', async () => {
    const result = await new Validator().validate(structuredClone(document))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!)
    expect(references.length).toBeGreaterThan(100)
    expect(references.filter(($ref) => resolve({ $ref }) === undefined)).toEqual([])
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it('has every route once, under its name', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods) as Json[])
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort())
  })

  it('describes every tag, and every operation has one of them', () => {
    expect(document.tags.filter(({ description }) => description.length < 10)).toEqual([])
    const tags = document.tags.map(({ name }) => name)
    expect(table.filter(([name]) => !tags.includes(operation(name).tags[0]))).toEqual([])
  })

  it('uses every shared schema', () => {
    const text = JSON.stringify(document)
    const names = Object.keys(document.components.schemas)
    expect(names.filter((name) => !text.includes(`"#/components/schemas/${name}"`))).toEqual([])
  })

  // Shared schemas are generated once, from the output side; bodies refer to them too.
  it.each([
    ['answerTask', routes.answerTask.body],
    ['attestFact', routes.attestFact.body],
    ['decideGate', routes.decideGate.body],
    ['editTemplate', routes.editTemplate.body],
  ])('reads the same for what %s sends and what is given back', (_, schema) => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toEqual(z.toJSONSchema(schema, { io: 'output' }))
  })
})

describe.each(table)('%s', (name, route) => {
  it('asks for exactly the path parameters of its path, each described and with an example', () => {
    const inPath = named(parameters(name), 'path')
    expect(inPath.map((each) => each.name)).toEqual(pathParameters(route.path))
    for (const each of inPath) {
      expect(each).toMatchObject({ required: true, description: expect.any(String), example: expect.anything() })
    }
  })

  it('takes its query, each part described', () => {
    const inQuery = named(parameters(name), 'query')
    expect(inQuery.map((each) => each.name)).toEqual(Object.keys(route.query?.shape ?? {}))
    expect(inQuery.filter((each) => each.required || (!each.description && !each.schema.enum))).toEqual([])
  })

  it('takes Idempotency-Key on POST, and demands If-Match where edits demand it', () => {
    expect(named(parameters(name), 'header').map((each) => [each.name, each.required ?? false])).toEqual([
      ...(route.method === 'POST' ? [['Idempotency-Key', false]] : []),
      ...(route.etag === 'demands' ? [['If-Match', true]] : []),
    ])
    expect('412' in operation(name).responses).toBe(route.etag === 'demands')
    expect('428' in operation(name).responses).toBe(route.etag === 'demands')
  })

  it('says who may, and needs a sign-in unless it is public', () => {
    const { security, description, responses } = operation(name)
    expect(operation(name)['x-pilotgate-action']).toBe(route.action)
    expect(description).toMatch(/\*\*Who may:\*\* \w/)
    expect(security).toEqual(route.action === 'public' ? [] : [{ bearer: [] }])
    expect('401' in responses).toBe(route.action !== 'public')
  })

  it('names its success, with the ETag where it gives one', () => {
    const success = operation(name).responses[route.status ?? 200]
    if (route.status === 204) expect(success.content).toBeUndefined()
    else expect(success.content[route.produces ?? 'application/json'].schema).toBeTypeOf('object')
    expect(success.headers?.ETag !== undefined).toBe(route.etag !== undefined)
  })

  it('gives under each status the refusals that have it', () => {
    for (const [status, response] of Object.entries<Json>(operation(name).responses)) {
      for (const example of problemExamples(resolve(response))) expect(example.status).toBe(Number(status))
    }
  })

  // The bodies of protocols that are not ours are shown where those are described.
  it.runIf(route.body && !route.raw)('shows examples that its body takes', () => {
    const examples = Object.values<Json>(operation(name).requestBody.content['application/json'].examples ?? {})
    expect(examples.length).toBeGreaterThan(0)
    for (const { value } of examples) expect(route.body!.safeParse(value).error?.issues ?? []).toEqual([])
  })
})

describe('who may', () => {
  it.each([
    ['health', 'Anyone, without signing in.'],
    ['listPrograms', 'Anyone who is signed in.'],
    ['getProgram', 'Anyone with a part in the program.'],
    ['createProgram', 'program owner (a role of the access token).'],
    ['pauseProgram', 'program owner (a role in the program).'],
    ['listMails', 'program owner, program lead, learning operations (roles in the program).'],
  ])('%s: %s', (name, words) => {
    expect(operation(name).description).toContain(`**Who may:** ${words}`)
  })
})

describe('what clients send and get', () => {
  it('lets a query say `mine` in words that the route takes', () => {
    const { schema } = parameters('listTasks').find((each) => each.name === 'mine')!
    expect(schema.enum).toEqual(['true', 'false'])
    expect(schema.enum.map((mine: string) => routes.listTasks.query.parse({ mine }).mine)).toEqual([true, false])
  })

  it('describes bodies as they are sent: what has a default may be left out', () => {
    const { schema } = operation('copyTemplate').requestBody.content['application/json']
    expect(schema.required).toEqual(['templateId'])
    expect(schema.properties.edit.default).toEqual({})
  })

  it('keeps tokens and ARNs out of what is shown', () => {
    expect(JSON.stringify(document)).not.toMatch(/taskToken|pauseToken|executionArn|tenantId/)
  })

  it('names the issuer and where to discover it', () => {
    const { description } = document.components.securitySchemes.bearer
    expect(description).toContain('https://id.example.com/.well-known/openid-configuration')
  })
})

describe('webhooks', () => {
  const told = Object.entries<Json>(document.webhooks)

  it('has every event of the catalogue and the test event, and no other', () => {
    expect(told.map(([type]) => type)).toEqual([...Object.keys(eventCatalogue), testEventType])
  })

  it.each(told)('%s: shows an example that is what would be sent', (type, { post }) => {
    const { schema, example } = post.requestBody.content['application/json']
    expect(schema.properties.type.const).toBe(type)
    expect(Object.keys(schema.properties.data.properties)).toEqual(expect.arrayContaining(Object.keys(example.data)))
    expect(Object.keys(example.data)).toEqual(expect.arrayContaining(schema.properties.data.required ?? []))
    if (type === testEventType) return
    const ofHouse = { eventId: 'E1', tenantId: 'T1', programId: '-', at: example.timestamp }
    const withheld = { type, reason: 'Why', topics: ['a'], because: 'Why', part: 1, whole: 2, fine: true }
    const { shape } = anyEvent.options.find((option) => option.shape.type.value === type)!
    // Of what is told without a name, it is still told that the platform did it.
    const full = { ...withheld, ...ofHouse, ...example.data, by: 'pilotgate' }
    const event = anyEvent.parse(Object.fromEntries(Object.entries(full).filter(([name]) => name in shape)))
    const { by: _, ...data } = example.data
    expect(toPayload(event)).toEqual({ ...example, data: { ...data, by: expect.any(String) } })
  })

  it('tells nobody what is withheld, and describes the headers of a delivery', () => {
    const text = JSON.stringify(document.webhooks)
    for (const field of [...withheldDetails, ...withheldFromWebhooks]) expect(text).not.toContain(`"${field}":`)
    const headers = document.webhooks['gate.decided']!.post.parameters.map(resolve)
    expect(headers.map(({ name }) => name)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature'])
  })
})

describe('refusals', () => {
  const codes = [...errorCodes, 'InternalError']

  it('have a status and a title of their own for every code', () => {
    expect(Object.keys(statusOf).sort()).toEqual(codes.toSorted())
    expect(Object.keys(titles).sort()).toEqual(codes.toSorted())
    expect(new Set(Object.values(titles)).size).toBe(codes.length)
  })

  it('show an example of every code, as the schema says', () => {
    const examples = Object.values<Json>(document.components.responses).flatMap(problemExamples)
    expect(examples.map(({ code }) => code).sort()).toEqual(codes.toSorted())
    for (const example of examples) expect(problem.parse(example)).toEqual(example)
  })
})
