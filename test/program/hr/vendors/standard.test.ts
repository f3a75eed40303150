import { finch } from '@pilotgate/core/program/hr/vendors/finch'
import { standard } from '@pilotgate/core/program/hr/vendors/standard'
import { describe, expect, it } from 'vitest'
import {
  demandsEachHeader,
  neverFails,
  type Sent,
  standardSignature,
  turnsAwayAnyChange,
  verify,
} from './deliveries.ts'

// Real deliveries, from the tests of the makers' own libraries.
const samples = [
  {
    ...{ vendor: finch, secret: '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH', prefix: 'finch', id: 'finch-event-id' },
    headers: {
      'finch-event-id': 'msg_2Lh9KRb0pzN4LePd3XiA4v12Axj',
      'finch-timestamp': '1676312382',
      'finch-signature': 'v1,m7y0TV2C+hlHxU42wCieApTSTaA8/047OAplBqxIV/s=',
    },
    body: '{"company_id":"720be419-0293-4d32-a707-32179b0827ab"}',
  },
  {
    ...{ vendor: standard, secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', prefix: 'webhook', id: 'webhook-id' },
    headers: {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    body: '{"test": 2432232314}',
  },
] as const

describe.each(samples)('a delivery of $vendor.words', ({ vendor, secret, prefix, headers, body, id }) => {
  const all = headers as Record<string, string>
  const sent: Sent & { body: string } = { headers: all, body }
  const seconds = Number(all[`${prefix}-timestamp`])
  const at = (more: number) => new Date((seconds + more) * 1000).toISOString()
  const signature = all[`${prefix}-signature`]!
  const signedAs = (value: string): Sent => ({ headers: { ...all, [`${prefix}-signature`]: value }, body })
  const second = 'whsec_c2Vjb25kIHNlY3JldCBvZiBtaW5l'

  it('is known by the signature over id, time and body; the id says what is the same', async () => {
    const event = { kind: 'event', dedupe: all[id], eventId: all[id], sentAt: at(0) }
    expect(await verify(vendor, sent, at(0), [secret])).toEqual(event)
    expect(await verify(vendor, sent, at(0), [`whsec_${secret}`])).toEqual(event)
    expect(await verify(vendor, sent, at(0), [second, secret])).toEqual(event)
    expect((await verify(vendor, sent, at(0), [second])).kind).toBe('turned away')
    expect((await verify(vendor, sent, at(0), ['no Base64 at all, is it?'])).kind).toBe('turned away')
  })

  it('may have several signatures, of which one holds', async () => {
    const other = standardSignature(second, all[id]!, seconds, body)
    for (const value of [`${other} ${signature}`, `${signature} ${other}`, `v1a,xyz ${signature}`]) {
      expect((await verify(vendor, signedAs(value), at(0), [secret])).kind, value).toBe('event')
    }
    for (const value of [signature.slice(3), signature.replace('v1', 'v2'), `${other},${signature}`, other]) {
      expect((await verify(vendor, signedAs(value), at(0), [secret])).kind, value).toBe('turned away')
    }
    const many = [...Array.from({ length: 50 }, () => other), signature].join(' ')
    expect((await verify(vendor, signedAs(many), at(0), [secret])).kind).toBe('turned away')
  })

  it('is taken for five minutes, early or late', async () => {
    for (const more of [-300, 300]) expect((await verify(vendor, sent, at(more), [secret])).kind).toBe('event')
    for (const more of [-301, 301]) {
      expect(await verify(vendor, sent, at(more), [secret])).toMatchObject({
        why: expect.stringContaining('5 minutes'),
      })
    }
  })

  it('is turned away without its headers, and however it is changed', async () => {
    await demandsEachHeader(vendor, sent, at(0), secret, Object.keys(all))
    await turnsAwayAnyChange(vendor, sent, at(0), [secret, second], Object.keys(all))
  })

  it('never makes the door fail', () => neverFails(vendor, Object.keys(all), secret))

  it('has a secret in Base64, of 16 bytes at least', () => {
    for (const fine of [secret, `whsec_${secret}`, second]) expect(vendor.checkSecret!(fine)).toBeUndefined()
    expect(vendor.checkSecret!('not Base64, is it?')).toContain('Copy the whole secret')
    expect(vendor.checkSecret!('whsec_c2hvcnQ=')).toContain('16 bytes')
  })
})

const sentAt = '2027-01-04T08:00:00.000Z'

describe('what a delivery of Finch says', () => {
  const read = (value: object) => finch.door!.read(JSON.stringify(value), sentAt)
  it.each(['individual', 'employment', 'directory'])('whom %s.updated is about', (model) => {
    const event_type = `${model}.updated`
    expect(read({ company_id: 'c', event_type, data: { individual_id: 'person-1' } })).toEqual([
      { employeeId: 'person-1', type: event_type, occurredAt: sentAt },
    ])
  })
  it('nothing for what is not needed', () => {
    expect(read({ company_id: 'c' })).toEqual([])
    expect(read({ event_type: 'pay_statement.created', data: { individual_id: 'person-1' } })).toEqual([])
    expect(read({ event_type: 'employment.updated', data: {} })).toEqual([])
  })
})

describe('what a delivery to the door of Standard Webhooks says', () => {
  const read = (value: object) => standard.door!.read(JSON.stringify(value), sentAt)
  const timestamp = '2027-01-04T07:59:00Z'

  it('the fields that change, and from which date', () => {
    const data = {
      employeeId: 100,
      effectiveOn: '2027-02-01',
      title: ' Head of Platform ',
      managerId: null,
      email: 'Mira@Nordlicht.example',
    }
    const said = { employeeId: '100', occurredAt: '2027-01-04T07:59:00.000Z', effectiveOn: '2027-02-01' }
    const fields = { title: 'Head of Platform', managerId: null, email: 'mira@nordlicht.example' }
    expect(read({ type: 'employee.updated', timestamp, data })).toEqual([
      { ...said, type: 'employee.updated', report: { ...said, fields } },
    ])
  })

  it('that somebody has left, when they are deleted', () => {
    const [notice] = read({ type: 'employee.deleted', timestamp, data: { employeeId: '100' } })
    expect(notice!.report!.fields).toEqual({ status: 'left' })
  })

  it('nothing for what is not needed, and what is wrong with the rest', () => {
    expect(read({ type: 'invoice.paid', data: { employeeId: '100' } })).toEqual([])
    const wrong = (data: object) => () => read({ type: 'employee.updated', timestamp, data })
    for (const [field, data] of [
      ['data.employeeId', {}],
      ['data.email', { employeeId: '1', email: 'nobody' }],
      ['data.status', { employeeId: '1', status: 'asleep' }],
      ['data.effectiveOn', { employeeId: '1', effectiveOn: 'tomorrow' }],
      ['data', { employeeId: '1', salary: 5 }],
    ] as const) {
      expect(wrong(data), field).toThrow(
        expect.objectContaining({
          message: expect.stringContaining(`: ${field}: `),
          problems: [expect.objectContaining({ field })],
        }),
      )
    }
  })
})
