import { bamboohr } from '@pilotgate/core/program/hr/vendors/bamboohr'
import { describe, expect, it, test } from 'vitest'
import { demandsEachHeader, mac, neverFails, turnsAwayAnyChange, verify } from './deliveries.ts'

// A real delivery, from the tests of another receiver of BambooHR.
const key = '123b929362d51613054f71e5e5d4bf2c'
const body =
  '{"employees":[{"changedFields":["First name"],"fields":{"Employee #":{"value":"300"},"First name":{"value":"Tefi"},"Last name":{"value":"Adams"}},"id":"5"}]}'
const signature = '56491dd9c2b352bc5f4fc627159aae20ddff9c8cb19f239a6de6771dc5310bac'
const sent = { headers: { 'x-bamboohr-timestamp': '1658248023', 'x-bamboohr-signature': signature }, body }
const names = Object.keys(sent.headers)
const now = new Date(1658248023_000).toISOString()
const later = (minutes: number) => new Date(1658248023_000 + minutes * 60_000).toISOString()
const sentAt = '2026-01-31T18:42:01.000Z'

describe('a delivery', () => {
  it('is known by the signature over body and time', async () => {
    expect(await verify(bamboohr, sent, now, [key])).toEqual({ kind: 'event', dedupe: signature, sentAt: now })
  })

  it('holds by any of two secrets', async () => {
    for (const secrets of [
      [key, 'another secret of mine'],
      ['another secret of mine', key],
    ]) {
      expect((await verify(bamboohr, sent, now, secrets)).kind).toBe('event')
    }
    expect(await verify(bamboohr, sent, now, ['another secret of mine'])).toMatchObject({
      kind: 'turned away',
      why: expect.stringContaining('none of the secrets'),
    })
    expect(await verify(bamboohr, sent, now, [])).toMatchObject({ why: expect.stringContaining('No secret is kept') })
  })

  it.each([
    ['time before body', `1658248023${body}`],
    ['with a dot between', `1658248023.${body}`],
    ['without the time', body],
  ])('is turned away when it is signed %s', async (_, message) => {
    const headers = { ...sent.headers, 'x-bamboohr-signature': mac('sha256', key, message, 'hex') }
    expect((await verify(bamboohr, { headers, body }, now, [key])).kind).toBe('turned away')
  })

  it('is taken for three hours, since it may be a late retry', async () => {
    for (const minutes of [-180, -1, 155, 180]) {
      expect((await verify(bamboohr, sent, later(minutes), [key])).kind, `${minutes} min`).toBe('event')
    }
    for (const minutes of [-181, 181]) {
      const verdict = await verify(bamboohr, sent, later(minutes), [key])
      expect(verdict, `${minutes} min`).toMatchObject({
        kind: 'turned away',
        why: expect.stringContaining('180 minutes'),
      })
    }
  })

  it('is turned away without its headers, and when its time is none', async () => {
    await demandsEachHeader(bamboohr, sent, now, key, names)
    for (const odd of ['soon', '-5', '1e9', '1658248023.5', '99999999999999']) {
      const headers = { 'x-bamboohr-timestamp': odd, 'x-bamboohr-signature': mac('sha256', key, body + odd, 'hex') }
      expect((await verify(bamboohr, { headers, body }, now, [key])).kind, odd).toBe('turned away')
    }
  })

  it('is turned away however it is changed', () =>
    turnsAwayAnyChange(bamboohr, sent, now, [key, 'a second secret'], names))
  it('never makes the door fail', () => neverFails(bamboohr, names, key))
})

const read = (value: unknown) => bamboohr.door!.read(typeof value === 'string' ? value : JSON.stringify(value), sentAt)

describe('what an event-based delivery says', () => {
  it.each([
    ['2025-02-18T15:30:00Z', '2025-02-18T15:30:00.000Z'],
    ['2026-01-31T18:42:00+0000', '2026-01-31T18:42:00.000Z'],
    ['2026-01-31T18:42:00+0200', '2026-01-31T16:42:00.000Z'],
    [undefined, sentAt],
    ['yesterday', sentAt],
  ])('whom it is about, and when (%s)', (timestamp, occurredAt) => {
    const data = { companyId: '12345', employeeId: '67890', changedFields: ['jobTitle', 'department'] }
    expect(read({ type: 'employee.updated', timestamp, data })).toEqual([
      { employeeId: '67890', type: 'employee.updated', occurredAt },
    ])
  })

  it('nothing for types that are not needed', () => {
    expect(read({ type: 'time_off.requested', timestamp: '2025-02-18T15:30:00Z', data: { employeeId: '1' } })).toEqual(
      [],
    )
    expect(read({ type: 'employee.updated', data: {} })).toEqual([])
    expect(read({})).toEqual([])
  })

  it('that it is no JSON, without what it was', () => {
    for (const text of ['', 'employees[0][id]=5', 'base64:/w==', '[1', '5', '"text"']) {
      expect(() => read(text), text).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
    }
    expect(() => read('{"secret":')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('secret') }),
    )
  })
})

describe('what a field-based delivery says', () => {
  test('whom it is about, and nothing of the values it brings: one that comes late would undo what is known since', () => {
    expect(read(body)).toEqual([{ employeeId: '5', type: 'employee_with_fields', occurredAt: sentAt }])
    const employees = [{ id: 5 }, { id: '6', changedFields: ['Status'], fields: { Status: 'Inactive' } }]
    expect(read({ employees }).map((notice) => Object.keys(notice))).toEqual(
      employees.map(() => ['employeeId', 'type', 'occurredAt']),
    )
  })

  test('that it is about nobody', () => {
    expect(() => read({ employees: [{ fields: {} }] })).toThrow(expect.objectContaining({ code: 'InvalidInput' }))
  })
})
