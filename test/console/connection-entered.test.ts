import { expect, test } from 'vitest'
import { given, isBesideFields, nothingOfVendor } from '../../packages/console/src/program/connections/entered.ts'

const refused = (...fields: string[]) => ({ fields: fields.map((field) => ({ field, problem: 'Leave it out.' })) })
const vendor = {
  settings: [{ name: 'company', words: 'Company', required: true }],
  credentials: [{ name: 'token', words: 'Token', required: true }],
  takesSecret: true,
}

test('what was entered for one vendor is not sent to the next', () => {
  const entered = {
    name: ' People ',
    zone: 'UTC',
    settings: { company: 'a' },
    credentials: { token: 'b' },
    secret: 'c',
  }
  expect(given({ ...entered, ...nothingOfVendor })).toEqual({
    ...{ name: 'People', zone: 'UTC', settings: {}, credentials: {} },
  })
})

test('what was refused is shown beside its field, and by itself when the page has none for it', () => {
  const own = refused('name', 'zone', 'settings.company', 'credentials.token', 'secret')
  expect(isBesideFields(vendor, own)).toBe(false)
  expect(isBesideFields(vendor, refused('name', 'settings.region'))).toBe(true)
  expect(isBesideFields(vendor, refused('credentials.key'))).toBe(true)
  expect(isBesideFields({ ...vendor, takesSecret: false }, refused('secret'))).toBe(true)
  expect(isBesideFields(vendor, refused('secret'), ['token'])).toBe(true)
  expect(isBesideFields(vendor, refused())).toBe(true)
  expect(isBesideFields(undefined, refused('name'))).toBe(true)
})
