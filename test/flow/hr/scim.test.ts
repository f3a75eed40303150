import { container } from '@pilotgate/aws/container'
import { DomainError } from '@pilotgate/core/errors'
import { linkKey } from '@pilotgate/core/program/link-key'
import { describe, expect, test, vi } from 'vitest'
import { startPlatform } from '../platform.ts'
import { connectScim, enterprise, failure, groupSchema, newUser, scimClient, scimProvider } from './scim-client.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
const provider = scimProvider(platform)

describe('the way of Microsoft Entra', () => {
  test('tests the connection, makes, finds, changes, disables and deletes a user', async () => {
    const { send, patch, filter, latest, employee } = await provider()
    const probe = await filter('Users', 'userName eq "2b1c7a5e-not-there"')
    expect(probe.body).toMatchObject({ totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] })

    const manager = (await send('POST', '/Users', newUser())).body
    const given = newUser()
    const created = await send('POST', '/Users', given)
    expect(created.status).toBe(201)
    expect(created.headers.get('content-type')).toBe('application/scim+json')
    expect(created.headers.get('location')).toBe(`${platform.origin}/v1/scim/v2/Users/${created.body.id}`)
    expect(created.headers.get('etag')).toBe('W/"1"')
    expect(created.body).toMatchObject(given)
    expect(created.body.meta).toMatchObject({ resourceType: 'User', version: 'W/"1"' })
    const { id } = created.body
    expect(await latest(id, 'title')).toBe('Analyst')

    const found = await filter('Users', `userName eq "${given.userName.toUpperCase()}"`)
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [created.body] })
    expect((await filter('Users', `externalId eq "${given.externalId}"`)).body.Resources[0]!.id).toBe(id)
    expect((await filter('Users', `externalId eq "${given.externalId.toUpperCase()}"`)).body.totalResults).toBe(0)

    const changed = await patch(
      `/Users/${id}`,
      { op: 'Add', path: `${enterprise}:manager`, value: manager.id },
      { op: 'Replace', path: 'title', value: 'Lead' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'new@nordlicht.example' },
    )
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      title: 'Lead',
      emails: [{ value: 'new@nordlicht.example' }],
      [enterprise]: { manager: { value: manager.id }, department: 'Engines' },
      meta: { version: 'W/"2"' },
    })
    expect(await latest(id, 'title')).toBe('Lead')
    expect(await latest(id, 'managerId')).toBe(manager.id)
    const { personId } = (await employee(id))!
    const bossOf = await container().store.get('person', { tenantId: 'nordlicht', scope: '-' }, personId!)
    expect(bossOf?.managerId).toBe((await employee(manager.id))!.personId)

    const disabled = await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })
    expect(disabled.body.active).toBe(false)
    expect(await latest(id, 'status')).toBe('left')
    await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' })
    expect(await latest(id, 'status')).toBe('active')

    expect((await send('DELETE', `/Users/${id}`)).status).toBe(204)
    expect(await latest(id, 'status')).toBe('left')
    const gone = await send('GET', `/Users/${id}`)
    expect([gone.status, gone.body]).toEqual([404, failure(404)])
    expect((await send('DELETE', `/Users/${id}`)).status).toBe(404)
    expect((await send('POST', '/Users', given)).status).toBe(201)
  })

  test('refuses a second user with the same name, in whatever case, and says which attribute', async () => {
    const { send, patch } = await provider()
    const given = newUser()
    await send('POST', '/Users', given)
    const again = await send('POST', '/Users', newUser({ userName: given.userName.toUpperCase() }))
    expect([again.status, again.body]).toEqual([409, failure(409, 'uniqueness')])
    expect(again.body.detail).toContain('userName')
    const other = (await send('POST', '/Users', newUser())).body
    const taken = await patch(`/Users/${other.id}`, { op: 'replace', path: 'userName', value: given.userName })
    expect(taken.status).toBe(409)
  })

  test('makes users who share an external id, and finds each', async () => {
    const { send, filter, latest } = await provider()
    const ids: string[] = []
    for (const externalId of ['anna', 'anna', 'anna meier']) {
      const { status, body } = await send('POST', '/Users', newUser({ externalId }))
      expect([status, await latest(body.id, 'status')]).toEqual([201, 'active'])
      ids.push(body.id)
    }
    const found = async (more = '') => (await filter('Users', 'externalId eq "anna"', more)).body
    expect((await found()).Resources.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(await found('&startIndex=2&count=1')).toMatchObject({ totalResults: 2, Resources: [{ id: ids[1] }] })
  })

  test('frees a user name when it changes', async () => {
    const { send, patch } = await provider()
    const given = newUser()
    const { id } = (await send('POST', '/Users', given)).body
    expect(
      (await patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'married@nordlicht.example' })).status,
    ).toBe(200)
    expect((await send('POST', '/Users', newUser({ userName: given.userName }))).status).toBe(201)
  })

  test('keeps groups and their members', async () => {
    const { send, patch, filter } = await provider()
    const created = await send('POST', '/Groups', {
      schemas: [groupSchema],
      displayName: 'Engineers',
      externalId: 'g-1',
    })
    expect([created.status, created.body.members]).toEqual([201, []])
    const path = `/Groups/${created.body.id}`
    await patch(path, { op: 'Add', path: 'members', value: [{ $ref: null, value: 'u1' }, { value: 'u2' }] })
    const found = await filter('Groups', 'displayName eq "engineers"', '&excludedAttributes=members')
    expect(found.body.Resources).toEqual([expect.objectContaining({ id: created.body.id, displayName: 'Engineers' })])
    expect(found.body.Resources[0]!).not.toHaveProperty('members')
    await patch(path, { op: 'Remove', path: 'members', value: [{ value: 'u1' }] })
    expect((await send('GET', path)).body.members).toEqual([{ value: 'u2' }])
    expect((await send('POST', '/Groups', { displayName: 'ENGINEERS' })).body).toEqual(failure(409, 'uniqueness'))
    expect((await send('DELETE', path)).status).toBe(204)
    expect((await send('GET', path)).status).toBe(404)
  })
})

describe('the way of Okta', () => {
  test('replaces whole users, deactivates with PUT, and never brings back whom a PUT does not speak of', async () => {
    const { send, filter, latest } = await provider()
    const given = newUser({ name: { givenName: 'Ada', familyName: 'Lovelace' } })
    const { id } = (await send('POST', '/Users', given)).body
    expect(
      (await filter('Users', `userName eq "${given.userName}"`, '&startIndex=1&count=100')).body.totalResults,
    ).toBe(1)
    const { title: _, ...without } = given
    const replaced = await send('PUT', `/Users/${id}`, { ...without, id, active: false })
    expect([replaced.status, replaced.body.active]).toEqual([200, false])
    expect(replaced.body).not.toHaveProperty('title')
    expect(await latest(id, 'status')).toBe('left')
    expect(await latest(id, 'title')).toBe(null)
    const { active: __, ...silent } = without
    expect((await send('PUT', `/Users/${id}`, silent)).body.active).toBe(false)
  })

  test('pushes groups', async () => {
    const { send, patch, filter } = await provider()
    const { id } = (await send('POST', '/Groups', { schemas: [groupSchema], displayName: 'Pushed', members: [] })).body
    const path = `/Groups/${id}`
    await patch(path, { op: 'replace', value: { id, displayName: 'Renamed' } })
    await patch(path, { op: 'add', path: 'members', value: [{ value: 'u1', display: 'one' }, { value: 'u2' }] })
    await patch(path, { op: 'remove', path: 'members[value eq "u1"]' })
    expect((await filter('Groups', 'displayName eq "Renamed"')).body.Resources[0]!.members).toEqual([{ value: 'u2' }])
    expect((await filter('Groups', 'displayName eq "Pushed"')).body.totalResults).toBe(0)
    const replaced = await send('PUT', path, { displayName: 'Renamed', members: [{ value: 'u3' }] })
    expect(replaced.body.members).toEqual([{ value: 'u3' }])
  })
})

describe('the token', () => {
  test.each([
    ['none', undefined],
    ['no key', 'not-a-key'],
    ['an unknown connection', linkKey({ tenantId: 'nordlicht', scope: '-', id: 'unknown' }, 'x')],
    ['an organisation that cannot be', linkKey({ tenantId: 'a#b', scope: '-', id: 'unknown' }, 'x')],
    ['a program', linkKey({ tenantId: 'nordlicht', scope: 'program', id: 'unknown' }, 'x')],
  ])('%s opens nothing', async (_, token) => {
    const { send } = scimClient(platform, token)
    for (const path of ['/Users', '/Groups', '/Schemas', '/ServiceProviderConfig', '/ResourceTypes', '/Users/x']) {
      const { status, headers, body } = await send('GET', path)
      expect([status, body]).toEqual([401, failure(401)])
      expect(headers.get('www-authenticate')).toBe('Bearer')
    }
    expect((await send('POST', '/Users', newUser())).status).toBe(401)
  })

  test('with another secret, of another vendor, or of a connection that is off opens nothing', async () => {
    const { connection } = await connectScim('nordlicht')
    const off = await connectScim('nordlicht', { status: 'off' })
    const other = await connectScim('nordlicht', { vendor: 'standard' })
    for (const token of [linkKey(connection, 'first secret of the connectioN'), off.tokens[0], other.tokens[0]]) {
      expect((await scimClient(platform, token).send('GET', '/Users')).status).toBe(401)
    }
  })

  test('may be either of two while one replaces the other, and ends with its secret', async () => {
    const { connection, tokens } = await connectScim('nordlicht', { secrets: ['the old secret', 'the new secret'] })
    for (const token of tokens) expect((await scimClient(platform, token).send('GET', '/Users')).status).toBe(200)
    const record = { ...connection, secrets: connection.secrets.slice(1) }
    await container().store.commit([{ kind: 'connection', record, expect: 1 }])
    expect((await scimClient(platform, tokens[0]).send('GET', '/Users')).status).toBe(401)
    expect((await scimClient(platform, tokens[1]).send('GET', '/Users')).status).toBe(200)
  })

  test('of another organisation or connection sees and changes nothing', async () => {
    const ours = await provider()
    const given = newUser()
    const { id } = (await ours.send('POST', '/Users', given)).body
    for (const theirs of [await provider('suedwind'), await provider()]) {
      const unknown = await theirs.send('GET', '/Users/unknown')
      const known = await theirs.send('GET', `/Users/${id}`)
      expect([known.status, known.text]).toEqual([404, unknown.text])
      expect((await theirs.send('GET', '/Users')).body.totalResults).toBe(0)
      expect((await theirs.filter('Users', `userName eq "${given.userName}"`)).body.totalResults).toBe(0)
      expect((await theirs.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'x' })).status).toBe(404)
      expect((await theirs.send('DELETE', `/Users/${id}`)).status).toBe(404)
    }
    expect((await ours.send('GET', `/Users/${id}`)).body.title).toBe('Analyst')
  })
})

describe('versions', () => {
  test('a change on a version that is not the latest is refused; what is known already is not sent again', async () => {
    const { send } = await provider()
    const { id } = (await send('POST', '/Users', newUser())).body
    const path = `/Users/${id}`
    const title = (value: string) => ({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'title', value }],
    })
    expect((await send('PATCH', path, title('Lead'), { 'if-match': 'W/"1"' })).headers.get('etag')).toBe('W/"2"')
    const stale = await send('PATCH', path, title('Head'), { 'if-match': 'W/"1"' })
    expect([stale.status, stale.body]).toEqual([412, failure(412)])
    expect((await send('PUT', path, newUser(), { 'if-match': 'W/"1"' })).status).toBe(412)
    expect((await send('DELETE', path, undefined, { 'if-match': '"1", W/"7"' })).status).toBe(412)
    const known = await send('GET', path, undefined, { 'if-none-match': 'W/"2"' })
    expect([known.status, known.text]).toEqual([304, ''])
    expect((await send('GET', path, undefined, { 'if-none-match': 'W/"1"' })).body.title).toBe('Lead')
    expect((await send('PATCH', path, title('Head'), { 'if-match': '*' })).status).toBe(200)
    expect((await send('PATCH', path, title('Head'))).headers.get('etag')).toBe('W/"3"')
    expect((await send('DELETE', path, undefined, { 'if-match': 'W/"3"' })).status).toBe(204)
  })

  test('of many changes at once none is lost', async () => {
    const { send, patch } = await provider()
    const { id } = (await send('POST', '/Groups', { displayName: 'Busy' })).body
    const members = Array.from({ length: 8 }, (_, index) => `u${index}`)
    const answers = await Promise.all(
      members.map((value) => patch(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value }] })),
    )
    expect(answers.map(({ status }) => status)).toEqual(members.map(() => 200))
    const { body } = await send('GET', `/Groups/${id}`)
    expect(body.members.map(({ value }: { value: string }) => value).sort()).toEqual(members)
  })

  test('of two equal new names for one user neither is refused', async () => {
    const { send, patch, filter } = await provider()
    const { id } = (await send('POST', '/Users', newUser())).body
    const rename = () => patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'renamed' })
    const answers = await Promise.all([rename(), rename(), rename()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await filter('Users', 'userName eq "renamed"')).body.totalResults).toBe(1)
  })

  test.each(['StaleVersion', 'AlreadyExists'] as const)(
    'a change that others overtake each time (%s) is to be tried later',
    async (code) => {
      const { send, patch } = await provider()
      const { id } = (await send('POST', '/Users', newUser())).body
      const lost = vi.spyOn(container().store, 'commit').mockRejectedValue(new DomainError(code, 'Lost.'))
      const title = { op: 'replace', path: 'title', value: 'Lead' }
      const answers = [await patch(`/Users/${id}`, title), await send('POST', '/Groups', { displayName: 'Busy' })]
      lost.mockRestore()
      for (const { status, headers, body } of answers) {
        expect([status, headers.get('retry-after'), body]).toEqual([503, '5', failure(503)])
        expect(body).not.toHaveProperty('scimType')
      }
    },
  )

  test('of two users with one name made at once one is refused', async () => {
    const { send } = await provider()
    const given = newUser()
    const answers = await Promise.all([1, 2, 3].map(() => send('POST', '/Users', given)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
})
