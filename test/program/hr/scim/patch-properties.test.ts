import type { ScimUser } from '@pilotgate/core/program/hr/scim/scim-record'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupKind } from '../../../../functions/webhooks/scim/group.ts'
import { matching } from '../../../../functions/webhooks/scim/matching.ts'
import { isRefusal } from '../../../../functions/webhooks/scim/refusal.ts'
import { readBody, readOperations } from '../../../../functions/webhooks/scim/request.ts'
import { patchResource, readResource } from '../../../../functions/webhooks/scim/resource.ts'
import { userKind } from '../../../../functions/webhooks/scim/user.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const ada: ScimUser = { userName: 'ada@example.com', active: true, emails: [] }

const operationsOf = (operations: unknown[]) => readOperations({ schemas: [patchOp], Operations: operations })

// ---- A model: what each patch means, in a flat list of values

const paths = {
  title: ['title', 'Title', 'urn:ietf:params:scim:schemas:core:2.0:User:title'],
  active: ['active', 'ACTIVE'],
  department: [`${enterprise}:department`, 'department'],
  manager: [`${enterprise}:manager`, `${enterprise}:manager.value`, 'manager'],
  givenName: ['name.givenName', 'NAME.givenname'],
  work: ['emails[type eq "work"].value', 'emails[type EQ "Work"].value'],
}
type Field = keyof typeof paths
type Model = { [F in Field]?: string | boolean }

const inAnyCase = (word: string) =>
  fc.constantFrom(word, word.toUpperCase(), `${word[0]!.toUpperCase()}${word.slice(1)}`)
const text = fc.constantFrom('Lead', 'A', 'x y', 'ünï', '"quoted"', '[a]')

const valueFor = (field: Field, path: string) => {
  if (field === 'active') {
    return fc.constantFrom<[unknown, boolean]>(
      [true, true],
      [false, false],
      ['True', true],
      ['False', false],
      ['false', false],
    )
  }
  const asObject = field === 'manager' && !path.endsWith('.value')
  return fc
    .tuple(text, fc.boolean())
    .map(([word, wrapped]): [unknown, string] => [
      wrapped && asObject ? { value: word, displayName: 'Somebody' } : word,
      word,
    ])
}

type Step = { operation: object; effect: Model }
const step: fc.Arbitrary<Step> = fc.constantFrom(...(Object.keys(paths) as Field[])).chain((field) =>
  fc.constantFrom(...paths[field]).chain((path) => {
    const set = fc
      .tuple(fc.constantFrom('add', 'replace').chain(inAnyCase), valueFor(field, path), fc.boolean())
      .map(([op, [value, meant], withPath]): Step => {
        const operation = withPath ? { op, path, value } : { op, value: { [path]: value } }
        return { operation, effect: { [field]: meant } }
      })
    const removal = inAnyCase('remove').map((op): Step => ({ operation: { op, path }, effect: { [field]: undefined } }))
    return field === 'active' ? set : fc.oneof({ weight: 3, arbitrary: set }, { weight: 1, arbitrary: removal })
  }),
)

const seen = ({ title, active, department, manager, name, emails }: ScimUser): Model => ({
  ...{ title, active, department, manager, givenName: name?.givenName },
  work: emails.find(({ type }) => type?.toLowerCase() === 'work')?.value,
})

test('any sequence of patches, sent together or one by one, ends in what the last word on each attribute was', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const expected = steps.reduce<Model>((model, { effect }) => Object.assign(model, effect), { active: true })
      const together = patchResource(userKind, ada, operationsOf(steps.map(({ operation }) => operation)))
      const oneByOne = steps.reduce(
        (user, { operation }) => patchResource(userKind, user, operationsOf([operation])),
        ada,
      )
      expect(seen(together)).toEqual(expected)
      expect(oneByOne).toEqual(together)
    }),
    { numRuns: 500 },
  )
})

test('what is given back is what was kept: sent again, it changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const user = patchResource(
        userKind,
        ada,
        steps.flatMap(({ operation }) => operationsOf([operation])),
      )
      const times = { createdAt: '2027-01-04T08:00:00.000Z', changedAt: '2027-01-04T08:00:00.000Z' }
      const kept = { tenantId: 't', scope: 's', id: 'U1', version: 1, told: [], ...times, ...user }
      const sent = JSON.parse(JSON.stringify(userKind.resourceOf(kept, 'https://example.com')))
      expect(readResource(userKind, sent)).toEqual(user)
    }),
    { numRuns: 300 },
  )
})

const ids: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd')
test('members of a group are a set, however they are added and removed', () => {
  const change = fc.oneof(
    fc.array(ids, { minLength: 1, maxLength: 3 }).map((some) => ({
      operation: { op: 'Add', path: 'members', value: some.map((value) => ({ value })) },
      apply: (set: Set<string>) => new Set([...set, ...some]),
    })),
    ids.map((id) => ({
      operation: { op: 'remove', path: `members[value eq "${id}"]` },
      apply: (set: Set<string>) => new Set([...set].filter((each) => each !== id)),
    })),
    fc.array(ids, { maxLength: 3 }).map((some) => ({
      operation: { op: 'Remove', path: 'members', value: some.map((value) => ({ value })) },
      apply: (set: Set<string>) => new Set([...set].filter((each) => !some.includes(each))),
    })),
    fc.array(ids, { maxLength: 3 }).map((some) => ({
      operation: { op: 'replace', path: 'members', value: some.map((value) => ({ value })) },
      apply: () => new Set(some),
    })),
  )
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const expected = changes.reduce((set, { apply }) => apply(set), new Set<string>())
      const operations = operationsOf(changes.map(({ operation }) => operation))
      const { members } = patchResource(groupKind, { displayName: 'G', members: [] }, operations)
      expect(members.toSorted()).toEqual([...expected].sort())
    }),
    { numRuns: 300 },
  )
})

// ---- Whatever is sent: it works, or is refused in the words of the protocol

const onlyRefuses = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

const piece = fc.constantFrom(
  ...[
    'emails',
    'type',
    'value',
    'members',
    'name',
    'title',
    'active',
    'primary',
    'constructor',
    '__proto__',
    'prototype',
  ],
  ...[
    'eq',
    'and',
    'or',
    'not',
    'pr',
    'co',
    'gt',
    '"work"',
    '"',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '.',
    ' ',
    ':',
    'true',
    'null',
    '1',
  ],
  ...[enterprise, '\n', '%'],
)
const expression = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
)

test('no text is too strange for a filter or a path', () => {
  const names = new Set(['emails', 'type', 'value', 'primary', 'emails.type', 'emails.value', 'title', 'active'])
  const items = [{ title: 'Lead', active: true, emails: [{ type: 'work', value: 'a', primary: true }] }]
  fc.assert(
    fc.property(expression, fc.jsonValue(), (strange, value) => {
      onlyRefuses(() => matching(strange, names, items))
      for (const op of ['add', 'replace', 'remove']) {
        onlyRefuses(() => patchResource(userKind, ada, operationsOf([{ op, path: strange, value }])))
        onlyRefuses(() => patchResource(userKind, ada, operationsOf([{ op, path: `emails[${strange}].value`, value }])))
        onlyRefuses(() =>
          patchResource(
            groupKind,
            { displayName: 'G', members: ['a'] },
            operationsOf([{ op, path: 'members', value }]),
          ),
        )
      }
    }),
    { numRuns: 2000 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('no value is too strange for a resource', () => {
  const resource = fc.dictionary(
    fc.constantFrom(
      'userName',
      'name',
      'emails',
      'active',
      'title',
      'displayName',
      'members',
      'externalId',
      'schemas',
      'manager',
      enterprise,
      '__proto__',
    ),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(resource, fc.jsonValue(), (body, value) => {
      onlyRefuses(() => readResource(userKind, body))
      onlyRefuses(() => readResource(groupKind, body))
      onlyRefuses(() => readOperations(body))
      onlyRefuses(() => operationsOf([value]))
    }),
    { numRuns: 2000 },
  )
})

test('no filter takes longer than its length allows', () => {
  const names = new Set(['title'])
  const hostile = [
    '"' + '\\'.repeat(900),
    `"${'\\n'.repeat(400)}`,
    '(title eq "a" or title eq "b") and '.repeat(25),
    '['.repeat(500),
  ]
  for (const strange of hostile)
    expect(() => matching(strange, names, [{}])).toThrow(expect.objectContaining({ scimType: 'invalidFilter' }))
})

test.each(['userName', 'active', 'name', 'emails', 'members', enterprise])('no depth of %s is too great', (name) => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"value":', '}'],
  ] as const) {
    const text = `{"userName":"ada","displayName":"G","${name}":${open.repeat(50_000)}1${close.repeat(50_000)}}`
    const body = readBody(new TextEncoder().encode(text))
    for (const kind of [userKind, groupKind]) onlyRefuses(() => readResource(kind as typeof userKind, body))
    onlyRefuses(() => patchResource(userKind, ada, operationsOf([{ op: 'add', path: name, value: body[name] }])))
  }
})

test('many filters of one request are refused before they take long', () => {
  const members = Array.from({ length: 5000 }, (_, index) => `m${index}`)
  const remove = (path: string) => members.slice(0, 1000).map((id) => ({ op: 'remove', path: path.replace('ID', id) }))
  const group = { displayName: 'G', members }
  const oneByOne = patchResource(groupKind, group, operationsOf(remove('members[value eq "ID"]')))
  expect(oneByOne.members).toHaveLength(4000)
  const paired = operationsOf(remove('members[value eq "ID" or value eq "x"]'))
  expect(() => patchResource(groupKind, group, paired)).toThrow(expect.objectContaining({ status: 413 }))
})
