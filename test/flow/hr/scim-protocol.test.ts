import { container } from '@pilotgate/aws/container'
import { describe, expect, test, vi } from 'vitest'
import { startPlatform } from '../platform.ts'
import { enterprise, failure, groupSchema, newUser, scimProvider, userSchema } from './scim-client.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
const provider = scimProvider(platform)

test('a query that cannot be answered changes nothing', async () => {
  const { send } = await provider()
  const { id } = (await send('POST', '/Users', newUser())).body
  const both = '?attributes=id&excludedAttributes=name'
  for (const [method, path] of [
    ['POST', `/Users${both}`],
    ['PUT', `/Users/${id}${both}`],
  ] as const) {
    const { status, body } = await send(method, path, newUser({ title: 'Lead' }))
    expect([status, body]).toEqual([400, failure(400, 'invalidValue')])
  }
  const { body } = await send('GET', '/Users')
  expect(body).toMatchObject({ totalResults: 1, Resources: [{ id, title: 'Analyst' }] })
})

describe('lists', () => {
  test('come in pages, whole in number, and as much of each as is asked for', async () => {
    const { send, filter } = await provider()
    const ids: string[] = []
    for (let each = 0; each < 5; each += 1) ids.push((await send('POST', '/Users', newUser())).body.id)
    const page = async (query: string) => (await send('GET', `/Users?${query}`)).body
    const idsOf = ({ Resources }: { Resources: { id: string }[] }) => Resources.map(({ id }) => id)
    const second = await page('startIndex=3&count=2')
    expect(second).toMatchObject({ totalResults: 5, startIndex: 3, itemsPerPage: 2 })
    const all = idsOf(await page(''))
    expect(all.toSorted()).toEqual(ids.toSorted())
    expect(idsOf(second)).toEqual(all.slice(2, 4))
    expect(await page('count=0')).toMatchObject({ totalResults: 5, itemsPerPage: 0, Resources: [] })
    expect(await page('startIndex=9')).toMatchObject({ totalResults: 5, itemsPerPage: 0 })
    expect((await page('startIndex=0&count=-3')).startIndex).toBe(1)
    expect(await page('count=many')).toEqual(failure(400, 'invalidValue'))

    const some = await page(`count=1&attributes=userName,${enterprise}:department`)
    expect(Object.keys(some.Resources[0]!).sort()).toEqual(['id', 'schemas', enterprise, 'userName'].sort())
    expect(some.Resources[0]![enterprise]).toEqual({ department: 'Engines' })

    await send('PUT', `/Users/${ids[0]}`, newUser({ active: false, title: 'Head of Looms' }))
    const by = async (expression: string) => idsOf((await filter('Users', expression)).body).toSorted()
    expect(await by('active eq false')).toEqual([ids[0]])
    expect(await by('title co "LOOMS" and active eq "False"')).toEqual([ids[0]])
    for (const department of [`${enterprise}:department`, 'department', 'Department']) {
      expect(await by(`${department} eq "engines"`)).toEqual(ids.toSorted())
    }
    await send(
      'PUT',
      `/Users/${ids[1]}`,
      newUser({ [enterprise]: { manager: { value: ids[0] } }, name: { givenName: 'Ada' } }),
    )
    for (const manager of ['manager', 'manager.value', `${enterprise}:manager`, `${enterprise}:manager.value`]) {
      expect(await by(`${manager} eq "${ids[0]}"`)).toEqual([ids[1]])
    }
    expect(await by(`id eq "${ids[1]}" and manager eq "${ids[0]}"`)).toEqual([ids[1]])
    expect(await by(`id eq "${ids[2]}" and manager eq "${ids[0]}"`)).toEqual([])
    expect(await by('id eq ""')).toEqual([])
    expect(await by('name.givenName eq "ada"')).toEqual([ids[1]])
    const { userName } = (await send('GET', `/Users/${ids[2]}`)).body
    for (const name of ['userName', `${userSchema}:userName`]) {
      expect(await by(`${name} eq "${userName}"`)).toEqual([ids[2]])
      expect(await by(`${name} eq "${userName}" and active eq true`)).toEqual([ids[2]])
    }
    expect(await by(`emails eq "${userName}"`)).toEqual([ids[2]])
    expect(await by(`${userSchema}:emails[value eq "${userName}"]`)).toEqual([ids[2]])
    expect(await by('not (title eq "Analyst")')).toEqual([ids[0]])
    expect(await by('emails[type eq "work" and value ew "nordlicht.example"]')).toEqual(ids.toSorted())
  })

  test('read no more users than they show, and those that a filter names', async () => {
    const { send, filter } = await provider()
    const ids: string[] = []
    for (let each = 0; each < 4; each += 1) ids.push((await send('POST', '/Users', newUser())).body.id)
    const listed = vi.spyOn(container().store, 'list')
    const loaded = vi.spyOn(container().store, 'getMany')
    await send('GET', '/Users?startIndex=2&count=2')
    await filter('Users', `id eq "${ids[3]}" and active eq true`)
    expect(listed.mock.calls.map(([kind]) => kind)).not.toContain('scimUser')
    const read = loaded.mock.calls.filter(([kind]) => kind === 'scimUser').map(([, , some]) => some)
    expect(read).toEqual([ids.slice(1, 3), [ids[3]], [ids[3]]])
    listed.mockRestore()
    loaded.mockRestore()
  })

  test.each([
    'userName',
    'userName eq',
    'userName foo "x"',
    '(',
    'emails[type eq "work"',
    'colour eq "red"',
    '1 eq 1',
    `userName eq "${'\\'.repeat(60)}`,
    'constructor.prototype.x eq "1"',
    'constructor eq "x"',
    'value eq "x"',
    'givenName eq "Ada"',
    'emails[userName eq "x"]',
    `${'('.repeat(50)}userName eq "x"`,
  ])('with the filter %s are refused', async (expression) => {
    const { filter } = await provider()
    for (const type of ['Users', 'Groups']) {
      const { status, body } = await filter(type, expression)
      expect([status, body]).toEqual([400, failure(400, 'invalidFilter')])
    }
  })
})

describe('what is no message of the protocol', () => {
  test.each([
    ['', 'invalidSyntax'],
    ['{', 'invalidSyntax'],
    ['null', 'invalidSyntax'],
    ['[]', 'invalidSyntax'],
    ['"text"', 'invalidSyntax'],
    ['{"schemas":"x"}', 'invalidSyntax'],
    ['{"userName":{}}', 'invalidValue'],
    [`{"userName":"${'x'.repeat(201)}"}`, 'invalidValue'],
    [`{"userName":"x","emails":[${'[],'.repeat(50)}null]}`, undefined],
  ])('is refused with 400, never more: %s', async (text, scimType) => {
    const { send } = await provider()
    const { id } = (await send('POST', '/Users', newUser())).body
    for (const [method, path] of [
      ['POST', '/Users'],
      ['PUT', `/Users/${id}`],
      ['PATCH', `/Users/${id}`],
    ] as const) {
      const { status, body } = await send(method, path, text)
      expect(status, `${method} ${text.slice(0, 50)}`).toBeLessThan(500)
      if (scimType && method !== 'PATCH') expect([status, body]).toEqual([400, failure(400, scimType)])
      if (method === 'PATCH') expect([status, body]).toEqual([400, failure(400)])
    }
  })

  test('is refused when it is too much', async () => {
    const { send, patch } = await provider()
    const { id } = (await send('POST', '/Users', newUser())).body
    const large = await send('POST', '/Users', newUser({ title: 'x'.repeat(1_000_001) }))
    expect([large.status, large.body]).toEqual([413, failure(413, 'tooMany')])
    const many = Array.from({ length: 1001 }, () => ({ op: 'replace', path: 'title', value: 'x' }))
    expect((await patch(`/Users/${id}`, ...many)).status).toBe(413)
  })
})

test('the provider tells what it can do, and offers only what it keeps', async () => {
  const { send } = await provider()
  expect((await send('GET', '/ServiceProviderConfig')).body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    filter: { supported: true, maxResults: 200 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [{ type: 'oauthbearertoken' }],
  })
  const types = (await send('GET', '/ResourceTypes')).body
  expect(types.Resources.map(({ name }: { name: string }) => name)).toEqual(['User', 'Group'])
  expect((await send('GET', '/ResourceTypes/User')).body.schemaExtensions).toEqual([
    { schema: enterprise, required: false },
  ])
  const schemas = (await send('GET', '/Schemas')).body
  expect(schemas.totalResults).toBe(3)
  const offered = async (id: string) =>
    (await send('GET', `/Schemas/${id}`)).body.attributes.map(({ name }: { name: string }) => name)
  expect(await offered(userSchema)).toEqual([
    ...['userName', 'name', 'displayName', 'title', 'locale', 'timezone', 'active', 'emails'],
  ])
  expect(await offered(enterprise)).toEqual(['employeeNumber', 'department', 'manager'])
  expect(await offered(groupSchema)).toEqual(['displayName', 'members'])
  expect((await send('GET', '/Schemas/urn:unknown')).status).toBe(404)
})
