import { randomUUID } from 'node:crypto'
import { container } from '@pilotgate/aws/container'
import type { Route } from '@pilotgate/contracts/route'
import { routes } from '@pilotgate/contracts/routes'
import { actions, isOrganisationAction } from '@pilotgate/core/program/authority'
import { type Role, roles } from '@pilotgate/core/program/roles'
import { generateKeyPair, importJWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { header, people, runPilot, saveShortPilot, smallRoster } from './pilot.ts'
import { everything, startPlatform } from './platform.ts'
import { scanAll } from './records.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)
const holder = (role: Role) => `${role.replaceAll(' ', '-')}@nordlicht.example`
const everyRole = roles
  .filter((role) => role !== 'program owner')
  .map((role) => `${holder(role)},${role},${role},Europe/Berlin,,,`)
const { programId, path } = await runPilot(platform, '2027-01-04', { roster: smallRoster(...everyRole) })
await platform.jumpTo('2027-01-04T09:00:00Z')

const ownerToken = await platform.tokenOf(people.owner, { roles: ['program owner'] })
const programPath = `/v1/programs/${programId}`
const get = (token: string | undefined, at = programPath) => platform.send('GET', at, { token })
const post = (at: string, send: Parameters<typeof platform.send>[2] = {}) =>
  platform.send('POST', at, { token: ownerToken, ...send })
type Said = { code: string; detail: string; problems: { field: string; problem: string }[]; requestId: string }
const said = ({ body }: { body: never }) => body as Said

/** A body that no route takes, so that whoever gets past the door is told so and does nothing. */
const textFor = ({ method }: Route) => (method === 'GET' ? {} : { text: '{' })

// ---- Sign-in

/** A token of the local sign-in with something changed. */
const forged = async (change: (jwt: SignJWT) => SignJWT, claims: object = {}, key?: Parameters<SignJWT['sign']>[0]) => {
  const { privateJwk } = platform.keys
  const now = Math.floor(Date.now() / 1000)
  const jwt = new SignJWT({ email: people.owner, tenant: 'nordlicht', roles: ['program owner'], ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: privateJwk.kid })
    .setIssuer(`${platform.origin}/sign-in`)
    .setAudience('pilotgate')
    .setSubject(people.owner)
    .setIssuedAt(now)
    .setExpirationTime(now + 600)
  return change(jwt).sign(key ?? (await importJWK(privateJwk, 'ES256')))
}
const unsigned = (claims: object) =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`

test('without a token that holds, every route that is not public answers 401 and says what to do', async () => {
  expect((await get(await forged((jwt) => jwt))).status).toBe(200)
  const hourAgo = Math.floor(Date.now() / 1000) - 3600
  const { privateKey } = await generateKeyPair('ES256')
  const tokens: [what: string, token: string | undefined, words: string][] = [
    ['none', undefined, 'send "Authorization: Bearer"'],
    ['garbage', 'garbage', 'Sign in again.'],
    ['of another issuer', await forged((jwt) => jwt.setIssuer('https://evil.example')), '"iss" is wrong'],
    ['for another audience', await forged((jwt) => jwt.setAudience('other')), '"aud" is wrong'],
    ['expired', await forged((jwt) => jwt.setExpirationTime(hourAgo)), 'has expired. Sign in again.'],
    ['not valid yet', await forged((jwt) => jwt.setNotBefore(hourAgo + 7200)), 'Sign in again.'],
    ['signed by a stranger', await forged((jwt) => jwt, {}, privateKey), 'not valid. Sign in again.'],
    ['not signed', unsigned({ email: people.owner, tenant: 'nordlicht' }), 'not valid'],
    ['without an organisation', await forged((jwt) => jwt, { tenant: '' }), 'names no organisation'],
    ['of an odd organisation', await forged((jwt) => jwt, { tenant: 'a#b' }), 'names no organisation'],
    ['without an address', await forged((jwt) => jwt, { email: undefined }), '"email"'],
    ['with an unproven address', await forged((jwt) => jwt, { email_verified: false }), 'not verified'],
  ]
  for (const [what, token, words] of tokens) {
    const answer = await get(token)
    expect(answer.status, what).toBe(401)
    expect(answer.headers.get('content-type'), what).toBe('application/problem+json')
    expect(said(answer), what).toMatchObject({ code: 'NotSignedIn', detail: expect.stringContaining(words) })
  }
  for (const [name, route] of Object.entries(routes as Record<string, Route>)) {
    const answer = await platform.send(route.method, route.path.replaceAll(/\{\w+\}/g, 'x'), textFor(route))
    // What a referee does takes the key of their mail instead.
    const open = route.raw
      ? route.method === 'GET' && route.produces === 'text/calendar'
        ? 404
        : 401
      : route.body
        ? 400
        : 200
    expect(answer.status, name).toBe(route.action !== 'public' ? 401 : open)
  }
})

test('who has no part in a program learns nothing about it: the answer is that of an unknown id', async () => {
  const strangers = {
    'a colleague': await platform.tokenOf(people.stranger, { roles: ['program owner'] }),
    'another organisation': await platform.tokenOf(people.owner, { tenant: 'other', roles: ['program owner'] }),
  }
  const unknown = '01KFZ0Q3W5T7R9YB2M4N6P8S0D'
  const before = await scanAll()
  for (const [who, token] of Object.entries(strangers)) {
    for (const [name, route] of Object.entries(routes as Record<string, Route>)) {
      if (!route.path.includes('{programId}')) continue
      const call = async (id: string) => {
        const at = route.path.replace('{programId}', id).replaceAll(/\{\w+\}/g, 'W01')
        const { status, body } = await platform.send(route.method, at, { token, ...textFor(route) })
        return { status, ...(body as object), requestId: '', detail: said({ body }).detail.replace(id, 'ID') }
      }
      const [ours, none] = [await call(programId), await call(unknown)]
      expect(ours, `${who}: ${name}`).toMatchObject({ status: 404, code: 'NotFound' })
      expect(ours, `${who}: ${name}`).toEqual(none)
    }
  }
  for (const odd of ['a%23b', '%00', '%F0%9F%98%80', 'x'.repeat(2000), '..%2F..']) {
    expect((await get(ownerToken, `/v1/programs/${odd}`)).status, odd).toBe(404)
  }
  expect(await scanAll()).toEqual(before)
})

// ---- Authority

/** A path of the route with ids that are there, so that only the role can be in the way. */
const filled = ({ path: template }: Route) =>
  template
    .replace('{programId}', programId)
    .replace('{gate}', 'W01')
    .replace('{templateId}', 'short-pilot')
    .replace('{day}', '60')
    .replaceAll(/\{\w+\}/g, 'nothing-there')

test('every route lets in the roles that its action names, and tells all others who may', async () => {
  const doors = Object.entries(routes as Record<string, Route>).flatMap(([name, { action, ...route }]) =>
    action === 'public' ? [] : [{ name, action, route: { action, ...route } }],
  )
  const isOpen = (role: Role, { action, route }: (typeof doors)[number]) =>
    (actions[action] as readonly string[]).includes(role) ||
    !(route.path.includes('{programId}') || isOrganisationAction(action))
  const call = async (role: Role, { name, route }: (typeof doors)[number]) => {
    const asOwner = role === 'program owner'
    const token = await platform.tokenOf(asOwner ? people.owner : holder(role), { roles: asOwner ? [role] : [] })
    const answer = await platform.send(route.method, filled(route), { token, ...textFor(route) })
    return { who: `${role}: ${name}`, answer }
  }
  const before = await scanAll()
  for (const role of roles) {
    const closed = doors.filter((each) => !isOpen(role, each))
    for (const { who, answer, action } of await Promise.all(
      closed.map(async (each) => ({ ...(await call(role, each)), action: each.action })),
    )) {
      expect(answer.status, who).toBe(403)
      expect(said(answer), who).toMatchObject({
        code: 'NotAllowed',
        detail: `You may not ${action} here. Someone with one of these roles can: ${actions[action].join(', ')}.`,
      })
    }
  }
  expect(await scanAll()).toEqual(before)
  for (const role of roles) {
    // A route that changes something and takes no body would do it.
    const open = doors.filter((each) => isOpen(role, each) && (each.route.method === 'GET' || each.route.body))
    for (const { who, answer } of await Promise.all(open.map((each) => call(role, each)))) {
      expect([200, 400, 404, 409, 428], `${who} ${answer.text}`).toContain(answer.status)
    }
  }
})

// ---- Bodies and paths

test('a body that is not what the route takes is refused by field', async () => {
  const cases: [text: string, field: string][] = [
    ['', 'body'],
    ['{"name":', 'body'],
    ['null', 'body'],
    ['[]', 'body'],
    ['"text"', 'body'],
    ['{"name":7,"templateId":"short-pilot","startDate":"2027-02-01","zone":"UTC"}', 'name'],
    ['{"name":"A name","templateId":["x"],"startDate":"2027-02-01","zone":"UTC"}', 'templateId'],
    ['{"name":"A name","templateId":"short-pilot","zone":"UTC"}', 'startDate'],
    [
      '{"name":"A name","templateId":"short-pilot","startDate":"2027-02-01","zone":"UTC","thresholds":{"W12.x":"a"}}',
      'thresholds.W12.x',
    ],
    ['{"name":"A name","templateId":"short-pilot","startDate":"2027-02-01","zone":"UTC","extra":1}', 'extra'],
  ]
  const before = await scanAll()
  for (const [text, field] of cases) {
    const answer = await post('/v1/programs', { text })
    expect(answer.status, text).toBe(400)
    expect(said(answer).code, text).toBe('InvalidInput')
    expect(
      said(answer).problems.map((problem) => problem.field),
      text,
    ).toContain(field)
    expect(said(answer).problems.every(({ problem }) => problem.length > 5)).toBe(true)
  }
  expect(await scanAll()).toEqual(before)
})

test('more than 10 MB is 413; what is not there is 404', async () => {
  const csv = 'x'.repeat(10 * 1024 * 1024)
  expect((await post(`${programPath}/roster`, { body: { csv } })).status).toBe(413)
  expect((await get(ownerToken, '/v1/nothing')).status).toBe(404)
  expect((await post('/v1/health')).status).toBe(404)
  expect((await platform.send('DELETE', programPath, { token: ownerToken })).status).toBe(404)
  const health = await platform.send('GET', '/v1/health')
  expect(health.body).toEqual({ status: 'ok', now: '2027-01-04T09:00:00.000Z' })
})

test('no answer holds a token or an ARN, whatever is read', async () => {
  const tasks = await everything((query) => owner('listTasks', { path, query }))
  let read = 0
  for (const route of Object.values(routes as Record<string, Route>)) {
    if (route.method !== 'GET') continue
    const at = filled(route).replace('nothing-there', tasks[0]!.taskId)
    // `send` itself looks for what must not leave.
    const answer = await get(ownerToken, at)
    if (answer.status === 200) read += 1
  }
  expect(read).toBeGreaterThan(12)
  const scope = { tenantId: 'nordlicht', scope: '-' }
  const { executionArn } = (await container().store.get('program', scope, programId))!
  expect(executionArn).toContain(programId)
  expect((await get(ownerToken, `${programPath}/executions`)).text).not.toContain(executionArn)
})

// ---- Pages

test('a walk by cursor meets every row once, whatever the size of the page', async () => {
  const people = await everything((query) => owner('listPeople', { path, query }))
  expect(people).toHaveLength(30)
  for (const limit of [1, 7, 29, 30, 31]) {
    const walked = await everything((query) => owner('listPeople', { path, query }), limit)
    expect(walked, `${limit} a page`).toEqual(people)
  }
  const history = await everything((query) => owner('getExecutionHistory', { path, query }), 3)
  expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1))
})

test('limits out of bounds and cursors of other lists are refused', async () => {
  const lists = ['people', 'events', 'tasks', 'evidence', 'mails', 'executions/history']
  for (const list of lists) {
    for (const limit of ['0', '-1', '1.5', 'many', '1001']) {
      const answer = await get(ownerToken, `${programPath}/${list}?limit=${limit}`)
      expect(answer.status, `${list} ${limit}`).toBe(400)
      expect(said(answer).problems[0]!.field).toBe('limit')
    }
    const { cursor } = (await get(ownerToken, `${programPath}/people?limit=1`)).body as { cursor: string }
    expect(cursor).toBeTruthy()
    for (const bad of ['nonsense', '', ...(list === 'people' || list.startsWith('executions') ? [] : [cursor])]) {
      const answer = await get(ownerToken, `${programPath}/${list}?cursor=${bad}`)
      expect(answer.status, `${list} ${bad}`).toBe(400)
      expect(said(answer).problems[0]!.field).toBe('cursor')
    }
    const unknown = await get(ownerToken, `${programPath}/${list}?colour=blue`)
    expect(said(unknown).problems[0]!.field, list).toBe('colour')
  }
  expect((await get(ownerToken, `${programPath}/tasks?limit=101`)).status).toBe(400)
})

// ---- Idempotency

const draft = { name: 'Once only', templateId: 'short-pilot', startDate: '2027-02-01', zone: 'UTC' }
const named = async (name: string) => (await owner('listPrograms')).items.filter((each) => each.name === name).length
const create = (key: string, body: object = draft, token = ownerToken) =>
  post('/v1/programs', { body, token, headers: { 'idempotency-key': key } })

test('the same request with the same key is done once and gets the same answer', async () => {
  const key = randomUUID()
  const first = await create(key)
  const again = await create(key)
  expect(first.status).toBe(201)
  expect(again.status).toBe(201)
  expect(again.text).toBe(first.text)
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(await named(draft.name)).toBe(1)
  const other = await create(key, { ...draft, name: 'Something else' })
  expect(other.status).toBe(400)
  expect(said(other).problems).toEqual([
    { field: 'Idempotency-Key', problem: 'Was used for another request already. Use a new key.' },
  ])
  expect(await named('Something else')).toBe(0)
  expect((await create(' '.repeat(3))).status).toBe(201)
  expect((await create('x'.repeat(129))).status).toBe(400)
  // The key is the caller's own.
  const theirs = await create(key, draft, await platform.tokenOf(people.sponsor, { roles: ['program owner'] }))
  expect(theirs.status).toBe(201)
  expect(theirs.text).not.toBe(first.text)
})

test('of ten same requests at the same moment one is done; the others wait or get its answer', async () => {
  const key = randomUUID()
  const body = { ...draft, name: 'Raced' }
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(key, body)))
  const made = answers.filter(({ status }) => status === 201)
  expect(made.length).toBeGreaterThan(0)
  expect(new Set(made.map(({ text }) => text)).size).toBe(1)
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(answer.status).toBe(409)
    expect(said(answer).code).toBe('RequestInProgress')
    expect(answer.headers.get('retry-after')).toBe('2')
  }
  expect(await named('Raced')).toBe(1)
  expect((await create(key, body)).text).toBe(made[0]!.text)
})

test('a request that is still being worked on is 409 with Retry-After; one that died is taken over', async () => {
  const key = randomUUID()
  const body = { ...draft, name: 'Unfinished' }
  const { store } = container()
  const done = await create(randomUUID(), { ...draft, name: 'To copy from' })
  expect(done.status).toBe(201)
  // What a request leaves behind that was cut off: the claim of a first one, made unfinished again.
  await create(key, body)
  const scope = { tenantId: 'nordlicht', scope: '-' }
  const id = `${people.owner} ${key}`
  const claim = async () => (await store.get('idempotency', scope, id))!
  const unfinish = async (claimedAt: string) => {
    const { response: _, ...known } = await claim()
    await store.commit([
      { kind: 'idempotency', record: { ...known, status: 'in progress', claimedAt }, expect: known.version },
    ])
  }
  await unfinish(new Date().toISOString())
  const busy = await create(key, body)
  expect(busy.status).toBe(409)
  expect(busy.headers.get('retry-after')).toBe('2')
  expect(said(busy)).toMatchObject({ code: 'RequestInProgress', detail: expect.stringContaining('Try again') })
  const { programId: first } = (await owner('listPrograms')).items.find(({ name }) => name === 'Unfinished')!
  await unfinish(new Date(Date.now() - 60_000).toISOString())
  const takeover = await Promise.all(Array.from({ length: 5 }, () => create(key, body)))
  expect(takeover.map(({ status }) => status)).toContain(201)
  expect(takeover.every(({ status }) => status === 201 || status === 409)).toBe(true)
  // What the first one had done before it was cut off is the answer; it is not done again.
  expect(takeover.find(({ status }) => status === 201)?.body).toMatchObject({ programId: first })
  expect(await named('Unfinished')).toBe(1)
})

test('a request that failed frees its key', async () => {
  const key = randomUUID()
  const failed = await create(key, { ...draft, name: 'Second try', zone: 'Nowhere' })
  expect(failed.status).toBe(400)
  const repaired = await create(key, { ...draft, name: 'Second try' })
  expect(repaired.status).toBe(201)
  expect(await named('Second try')).toBe(1)
  const empty = await post(`${programPath}/roster`, { body: { csv: header }, headers: { 'idempotency-key': key } })
  expect(empty.status).toBe(400)
})
