import type { ScimUser } from '@pilotgate/core/program/hr/scim/scim-record'
import { describe, expect, test } from 'vitest'
import { groupKind } from '../../../../functions/webhooks/scim/group.ts'
import { readOperations } from '../../../../functions/webhooks/scim/request.ts'
import { patchResource, readResource } from '../../../../functions/webhooks/scim/resource.ts'
import { userKind } from '../../../../functions/webhooks/scim/user.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const ada: ScimUser = {
  userName: 'ada@example.com',
  active: true,
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [{ value: 'ada@example.com', type: 'work', primary: true }],
  title: 'Analyst',
  department: 'Engines',
  manager: 'M1',
}

const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const patch = (...operations: object[]): ScimUser =>
  patchResource(userKind, ada, readOperations({ schemas: [patchOp], Operations: operations }))
const members = (ids: string[], ...operations: object[]): string[] => {
  const group = { displayName: 'Engineers', members: ids }
  return patchResource(groupKind, group, readOperations({ schemas: [patchOp], Operations: operations })).members
}

describe('a patch of a user', () => {
  test.each([
    ['Entra disables somebody', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['Okta disables somebody', { op: 'replace', value: { active: false } }, { active: false }],
    ['the standard disables somebody', { op: 'replace', path: 'active', value: false }, { active: false }],
    ['a single value in a list', { op: 'Add', path: 'title', value: [{ value: 'Lead' }] }, { title: 'Lead' }],
    ['names of attributes in any case', { op: 'ADD', path: 'TITLE', value: 'Lead' }, { title: 'Lead' }],
    ['removed', { op: 'Remove', path: 'title' }, { title: undefined }],
    ['replaced by nothing', { op: 'replace', path: 'title', value: null }, { title: undefined }],
    ['replaced by an empty text', { op: 'replace', path: 'title', value: '' }, { title: undefined }],
    [
      'with the schema before it',
      { op: 'replace', path: `${enterprise}:department`, value: 'Looms' },
      { department: 'Looms' },
    ],
    ['the manager as text', { op: 'Add', path: `${enterprise}:manager`, value: 'M2' }, { manager: 'M2' }],
    ['the manager as object', { op: 'Add', path: `${enterprise}:manager`, value: { value: 'M2' } }, { manager: 'M2' }],
    [
      'the manager in a list',
      { op: 'Add', path: `${enterprise}:manager`, value: [{ value: 'M2' }] },
      { manager: 'M2' },
    ],
    ['the id of the manager', { op: 'Replace', path: `${enterprise}:manager.value`, value: 'M2' }, { manager: 'M2' }],
    ['the manager without a schema', { op: 'replace', path: 'manager', value: { value: 'M2' } }, { manager: 'M2' }],
    ['no manager any more', { op: 'Remove', path: `${enterprise}:manager` }, { manager: undefined }],
    [
      'an empty manager',
      { op: 'replace', path: `${enterprise}:manager`, value: { value: '' } },
      { manager: undefined },
    ],
    ['no extension any more', { op: 'remove', path: enterprise }, { manager: undefined, department: undefined }],
    [
      'the extension as object',
      { op: 'add', value: { [enterprise]: { department: 'Looms', manager: { value: 'M2' } } } },
      { department: 'Looms', manager: 'M2' },
    ],
    [
      'a part of a name',
      { op: 'replace', path: 'name.givenName', value: 'A.' },
      { name: { givenName: 'A.', familyName: 'Lovelace' } },
    ],
    [
      'a name keeps what is not named',
      { op: 'replace', path: 'name', value: { givenName: 'A.' } },
      { name: { givenName: 'A.', familyName: 'Lovelace' } },
    ],
    [
      'paths as names, as Entra sends them',
      {
        op: 'Replace',
        value: {
          'name.givenName': 'A.',
          'emails[type eq "work"].value': 'a@example.com',
          [`${enterprise}:department`]: 'Looms',
          active: 'False',
        },
      },
      {
        name: { givenName: 'A.', familyName: 'Lovelace' },
        emails: [{ value: 'a@example.com', type: 'work', primary: true }],
        department: 'Looms',
        active: false,
      },
    ],
    [
      'the address at work',
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'a@example.com' },
      { emails: [{ value: 'a@example.com', type: 'work', primary: true }] },
    ],
    [
      'the main address',
      { op: 'replace', path: 'emails[primary eq true].value', value: 'a@example.com' },
      { emails: [{ value: 'a@example.com', type: 'work', primary: true }] },
    ],
    [
      'by two conditions',
      { op: 'replace', path: 'emails[type eq "WORK" and primary eq "True"].value', value: 'a@example.com' },
      { emails: [{ value: 'a@example.com', type: 'work', primary: true }] },
    ],
    [
      'all addresses',
      { op: 'replace', path: 'emails', value: [{ value: 'b@example.com', type: 'work' }] },
      { emails: [{ value: 'b@example.com', type: 'work' }] },
    ],
    [
      'the same address again',
      { op: 'add', path: 'emails', value: [{ value: 'ada@example.com', type: 'work', primary: true }] },
      {},
    ],
    [
      'the same address, said to be something else',
      { op: 'add', path: 'emails', value: [{ value: 'ada@example.com', primary: false }] },
      { emails: [{ value: 'ada@example.com', primary: false }] },
    ],
    [
      'a new main address',
      { op: 'add', path: 'emails', value: { value: 'b@example.com', type: 'work', primary: true } },
      {
        emails: [
          { value: 'ada@example.com', type: 'work', primary: false },
          { value: 'b@example.com', type: 'work', primary: true },
        ],
      },
    ],
    ['no address at work any more', { op: 'remove', path: 'emails[type eq "work"]' }, { emails: [] }],
  ])('%s', (_, operation, change) => {
    expect(patch(operation)).toEqual(JSON.parse(JSON.stringify({ ...ada, ...change })))
  })

  test.each([[null], [''], [[]], [{ value: null }]])('does not bring back who has left: active is %j', (value) => {
    const left = { ...ada, active: false }
    for (const operation of [
      { op: 'replace', path: 'active', value },
      { op: 'add', value: { active: value } },
    ]) {
      expect(patchResource(userKind, left, readOperations({ schemas: [patchOp], Operations: [operation] }))).toEqual(
        left,
      )
    }
    expect(readResource(userKind, { userName: 'x', active: value }, { active: false }).active).toBe(false)
    expect(readResource(userKind, { userName: 'x', active: value }).active).toBe(true)
  })

  test('makes the address that a path describes when there is none', () => {
    const removed = { op: 'remove', path: 'emails' }
    const added = { op: 'Add', path: 'emails[type eq "work"].value', value: 'new@example.com' }
    expect(patch(removed, added).emails).toEqual([{ value: 'new@example.com', type: 'work' }])
  })

  test.each([
    { op: 'add', path: 'phoneNumbers[type eq "mobile"].value', value: '+49 1' },
    { op: 'add', path: 'name.honorificPrefix', value: 'Countess' },
    { op: 'add', path: `${enterprise}:costCenter`, value: '4711' },
    { op: 'add', path: 'urn:example:custom:2.0:User:birthday', value: '1815-12-10' },
    { op: 'add', value: { nickName: 'Addie', favouriteColour: 'red', id: 'other', meta: { version: 'x' } } },
    { op: 'add', path: 'emails[type eq "home"].value', value: 'ada@home.example' },
    { op: 'replace', path: 'active', value: null },
    { op: 'replace', value: { active: '' } },
    { op: 'add', path: 'password', value: 'secret' },
  ])('passes over what Pilotgate has no use for: %j', (operation) => {
    expect(patch(operation)).toEqual(ada)
  })

  test.each([
    [{ op: 'add', path: 'favouriteColour', value: 'red' }, 'invalidPath'],
    [{ op: 'add', path: 'name.colour', value: 'red' }, 'invalidPath'],
    [{ op: 'add', path: 'title[type eq "x"]', value: 'red' }, 'invalidPath'],
    [{ op: 'add', path: 'emails[', value: 'red' }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[colour eq "red"].value', value: 'x' }, 'invalidFilter'],
    [{ op: 'replace', path: 'emails[constructor.prototype.x eq "1"].value', value: 'x' }, 'invalidFilter'],
    [{ op: 'replace', path: 'emails[type sw "q"].value', value: 'x' }, 'noTarget'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'remove', path: 'userName' }, 'mutability'],
    [{ op: 'remove', path: 'active' }, 'mutability'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'move', path: 'title' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'title', value: 12 }, 'invalidValue'],
    [{ op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'replace', path: 'userName', value: null }, 'invalidValue'],
    [{ op: 'replace', path: 'title', value: 'x'.repeat(301) }, 'invalidValue'],
    [{ op: 'replace', value: 'x' }, 'invalidValue'],
    [null, 'invalidSyntax'],
  ])('is refused: %j', (operation, scimType) => {
    expect(() => patch(operation as object)).toThrow(expect.objectContaining({ status: 400, scimType }))
  })

  test('is refused as a whole: nothing of it stays', () => {
    const before = structuredClone(ada)
    expect(() => patch({ op: 'add', path: 'title', value: 'x' }, { op: 'add', path: 'nowhere', value: 1 })).toThrow()
    expect(ada).toEqual(before)
  })

  test('leaves objects of the language alone, whatever it names', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"title":"Lead"}',
    )
    expect(patch({ op: 'add', value: hostile })).toEqual({ ...ada, title: 'Lead' })
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a patch of the members of a group', () => {
  test.each([
    ['Entra adds', ['a'], { op: 'Add', path: 'members', value: [{ $ref: null, value: 'b' }] }, ['a', 'b']],
    ['somebody who is one already', ['a'], { op: 'add', path: 'members', value: [{ value: 'a' }] }, ['a']],
    ['Entra removes', ['a', 'b'], { op: 'Remove', path: 'members', value: [{ value: 'a' }] }, ['b']],
    ['Okta removes', ['a', 'b'], { op: 'remove', path: 'members[value eq "a"]' }, ['b']],
    ['several at once', ['a', 'b', 'c'], { op: 'remove', path: 'members[value eq "a" or value eq "c"]' }, ['b']],
    ['nobody who is one', ['a'], { op: 'remove', path: 'members[value eq "z"]' }, ['a']],
    ['all', ['a', 'b'], { op: 'remove', path: 'members' }, []],
    ['others instead', ['a'], { op: 'replace', path: 'members', value: [{ value: 'b' }, { value: 'c' }] }, ['b', 'c']],
    ['without a path', ['a'], { op: 'add', value: { members: [{ value: 'b' }] } }, ['a', 'b']],
  ])('%s', (_, before, operation, after) => {
    expect(members(before, operation)).toEqual(after)
  })

  test('takes no more than 5000', () => {
    const value = Array.from({ length: 5001 }, (_, index) => ({ value: `member-${index}` }))
    expect(() => members([], { op: 'add', path: 'members', value })).toThrow(
      expect.objectContaining({ scimType: 'invalidValue' }),
    )
  })
})

describe('a user as sent', () => {
  test('is kept without what Pilotgate has no use for', () => {
    const read = readResource(userKind, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
      USERNAME: 'ada@example.com',
      active: 'True',
      name: { givenName: 'Ada', honorificPrefix: 'Countess' },
      emails: [
        { value: 'ada@example.com', type: 'Work', display: 'Ada' },
        { value: 'ada@home.example', type: 'home', primary: true },
      ],
      addresses: [{ country: 'GB' }],
      [enterprise]: { manager: { value: 'M1', displayName: 'Charles' }, costCenter: '4711' },
    })
    expect(read).toEqual({
      userName: 'ada@example.com',
      active: true,
      name: { givenName: 'Ada' },
      emails: [{ value: 'ada@example.com', type: 'work' }],
      manager: 'M1',
    })
  })

  test.each([
    [{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], userName: 'x' }, 'invalidSyntax', 'schemas'],
    [{ displayName: 'Ada' }, 'invalidValue', 'userName: is missing'],
    [{ userName: 'x', emails: 'x' }, undefined, undefined],
    [{ userName: 'x', emails: { value: { deep: 1 } } }, 'invalidValue', 'emails.0.value'],
    [{ userName: ['a', 'b'] }, 'invalidValue', 'userName'],
  ])('%j', (body, scimType, detail) => {
    if (!scimType) return expect(readResource(userKind, body).emails).toEqual([{ value: 'x' }])
    expect(() => readResource(userKind, body)).toThrow(
      expect.objectContaining({ scimType, message: expect.stringContaining(detail!) }),
    )
  })
})
