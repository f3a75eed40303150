import { hibob } from '@pilotgate/core/program/hr/vendors/hibob'
import { describe, expect, it } from 'vitest'
import { demandsEachHeader, neverFails, turnsAwayAnyChange, verify } from './deliveries.ts'

const secret = 'bob-secret-example'
const sample = {
  ...{ companyId: 636192, type: 'table.entry.created', triggeredBy: '3332883804594373380' },
  ...{ triggeredAt: '2025-01-08T13:06:26.915906', version: 'v2' },
  data: { employeeId: '3332883854254932743', tableId: 'lifecycle', effectiveDate: '2025-01-08' },
}
const signature = 'd4TdjcD4k3lXlHgAlc3q2uM72+OupE/xabIAEmhv2FlzjHH7iuWquaj+JgEhbTPXQJyGVnDEoPuHKqyoH3q0Aw=='
const sent = { headers: { 'bob-signature': signature }, body: JSON.stringify(sample) }
const now = '2025-01-08T13:06:27.000Z'
const sentAt = '2025-01-08T13:06:30.000Z'

describe('a delivery', () => {
  it('is known by the signature over its bytes, and the same again by its body', async () => {
    const verdict = await verify(hibob, sent, now, [secret])
    expect(verdict).toEqual({ kind: 'event', dedupe: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await verify(hibob, sent, now, ['another secret of mine', secret])).toEqual(verdict)
    expect((await verify(hibob, sent, now, ['another secret of mine'])).kind).toBe('turned away')
  })

  it('is turned away without its header, and however it is changed', async () => {
    await demandsEachHeader(hibob, sent, now, secret, ['bob-signature'])
    await turnsAwayAnyChange(hibob, sent, now, [secret, 'a second secret'], ['bob-signature'])
  })

  it.each(['"Ping test"', '{"text":"Ping test"}', '"Ping test"\n'])('is a handshake when it is %s', async (body) => {
    expect(await verify(hibob, { headers: {}, body }, now, [secret])).toEqual({ kind: 'handshake' })
  })

  it.each(['"Ping test!"', 'Ping test', '{"text":"Ping test","type":"employee.left"}', ''])(
    'is no handshake when it is %s',
    async (body) => {
      expect((await verify(hibob, { headers: {}, body }, now, [secret])).kind).toBe('turned away')
    },
  )

  it('never makes the door fail', () => neverFails(hibob, ['bob-signature'], secret))
})

describe('what a delivery says', () => {
  const read = (value: unknown) => hibob.door!.read(typeof value === 'string' ? value : JSON.stringify(value), sentAt)
  const event = (type: string, data: object) =>
    read({ ...sample, type, data: { employeeId: '3332883854254932743', ...data } })

  it('whom it is about, from which date and when: a time without a zone is UTC', () => {
    expect(read(sample)).toEqual([
      {
        ...{ employeeId: '3332883854254932743', type: 'table.entry.created' },
        ...{ occurredAt: '2025-01-08T13:06:26.915Z', effectiveOn: '2025-01-08' },
      },
    ])
  })

  it('an id of 19 digits as it is, even where it is no text', () => {
    const text = JSON.stringify(sample).replace('"3332883854254932743"', '3332883854254932743')
    expect(read(text)[0]!.employeeId).toBe('3332883854254932743')
    expect(
      read(text.replace('"lifecycle"', '"work","note":"\\"3332883854254932743 1234567890123456789"')),
    ).toHaveLength(1)
  })

  it.each([
    'employee.created',
    'employee.updated',
    'employee.deleted',
    'employee.joined',
    'employee.inactivated',
    'employee.activated',
    'employee.left',
  ])('whom %s is about', (type) =>
    expect(event(type, { fieldUpdates: [{ id: 'work.title' }] })).toMatchObject([
      { employeeId: '3332883854254932743', type },
    ]),
  )

  it('nothing for what is not needed', () => {
    expect(event('table.entry.created', { tableId: 'equity' })).toEqual([])
    expect(event('timeoff.request.approved', {})).toEqual([])
    expect(read({ ...sample, data: {} })).toEqual([])
    expect(read('"Ping test"')).toEqual([])
    expect(read({ employee: { id: '1' } })).toEqual([])
    expect(() => read('<xml>')).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
  })

  it('no date where a table has none', () => {
    expect(event('table.entry.updated', { tableId: 'work', id: 77, effectiveDate: null })[0]).not.toHaveProperty(
      'effectiveOn',
    )
  })
})
