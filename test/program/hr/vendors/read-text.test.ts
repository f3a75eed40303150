import { parseExact, readDate, readInstant, readWords } from '@pilotgate/core/program/hr/vendors/read-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('readInstant', () => {
  it.each([
    ['2025-02-18T15:30:00Z', '2025-02-18T15:30:00.000Z'],
    ['2026-01-31T18:42:00+0000', '2026-01-31T18:42:00.000Z'],
    ['2026-01-31T18:42:00-05:30', '2026-02-01T00:12:00.000Z'],
    ['2026-01-31T18:42:00+02', '2026-01-31T16:42:00.000Z'],
    ['2025-01-08T13:06:26.915906', '2025-01-08T13:06:26.915Z'],
    ['2025-01-08T13:06:26.9Z', '2025-01-08T13:06:26.900Z'],
    ['2025-01-08 13:06', '2025-01-08T13:06:00.000Z'],
  ])('reads %s', (text, instant) => expect(readInstant(text)).toBe(instant))

  it.each(['', 'soon', '2025-01-08', '2025-13-08T13:06:26Z', '2025-01-08T25:06:26Z', 1736341586, null, undefined])(
    'does not read %s',
    (text) => expect(readInstant(text)).toBeUndefined(),
  )

  it('fails at nothing', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readInstant(value)))
    fc.assert(fc.property(fc.string(), (text) => void readInstant(`2025-01-08T13:06:26${text}`)))
  })
})

describe('readDate', () => {
  it.each([
    ['2027-02-28', '2027-02-28'],
    ['2020-10-10T00:00:00Z', '2020-10-10'],
    ['', null],
    [null, null],
    ['0000-00-00', null],
    ['02/03/2027', undefined],
    ['2027-02-30', undefined],
    ['2027-02-28abc', undefined],
    [20270228, undefined],
    [undefined, undefined],
  ])('reads %s as %s', (value, date) => expect(readDate(value)).toBe(date))
})

describe('readWords', () => {
  it.each([
    [' Head ', 'Head'],
    ['  ', null],
    [null, null],
    [7, '7'],
    [undefined, undefined],
    [{ name: 'Head' }, undefined],
  ])('reads %j as %j', (value, words) => expect(readWords(value)).toBe(words))
})

describe('parseExact', () => {
  it('keeps every digit of whole numbers, and texts as they are', () => {
    expect(parseExact('{"id":3332883854254932743,"n":[-12345678901234567890],"f":1.5,"e":1e20}')).toEqual({
      ...{ id: '3332883854254932743', n: ['-12345678901234567890'], f: 1.5, e: 1e20 },
    })
    const text = '{"note":"\\"1234567890123456789\\" and \\\\","id":1234567890123456789}'
    expect(parseExact(text)).toEqual({ note: '"1234567890123456789" and \\', id: '1234567890123456789' })
  })

  it('reads any other JSON as JSON.parse does', () => {
    const odd =
      '[0.1234567890123456789,-1.7976931348623157e308,1e-3000000000000000000,1234567890123456.5,12e0000000000000001]'
    expect(parseExact(odd)).toEqual(JSON.parse(odd))
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const json = JSON.stringify(value)
        const exact = (_: string, inner: unknown) =>
          typeof inner === 'number' && /^-?\d{16,}$/.test(JSON.stringify(inner)) ? JSON.stringify(inner) : inner
        expect(parseExact(json)).toEqual(JSON.parse(json, exact))
      }),
    )
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n }), fc.string(), (id, text) => {
        const json = `{"id":${id},"text":${JSON.stringify(`${id}${text}`)}}`
        expect(parseExact(json)).toEqual({ id: String(id), text: `${id}${text}` })
      }),
    )
  })
})
