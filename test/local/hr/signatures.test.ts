import { expect, test } from 'vitest'
import { fakeVendors } from '../../../packages/local/src/hr/vendors/index.ts'

// The first three are vectors of the vendors themselves.
test('BambooHR signs the body and then the time, in hexadecimal', () => {
  const body =
    '{"employees":[{"changedFields":["First name"],"fields":{"Employee #":{"value":"300"},"First name":{"value":"Tefi"},"Last name":{"value":"Adams"}},"id":"5"}]}'
  expect(
    fakeVendors.bamboohr.sign('123b929362d51613054f71e5e5d4bf2c', { id: '', body, seconds: 1_658_248_023 }),
  ).toEqual({
    'x-bamboohr-timestamp': '1658248023',
    'x-bamboohr-signature': '56491dd9c2b352bc5f4fc627159aae20ddff9c8cb19f239a6de6771dc5310bac',
  })
})

test('Finch signs id, time and body with the decoded secret', () => {
  const body = '{"company_id":"720be419-0293-4d32-a707-32179b0827ab"}'
  const stamp = { id: 'msg_2Lh9KRb0pzN4LePd3XiA4v12Axj', body, seconds: 1_676_312_382 }
  expect(fakeVendors.finch.sign('5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH', stamp)).toMatchObject({
    'finch-signature': 'v1,m7y0TV2C+hlHxU42wCieApTSTaA8/047OAplBqxIV/s=',
  })
})

test('Standard Webhooks signs id, time and body, with or without the prefix of its secret', () => {
  const stamp = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', seconds: 1_614_265_330 }
  const signed = { 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }
  expect(fakeVendors.standard.sign('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', stamp)).toMatchObject(signed)
  expect(fakeVendors.standard.sign('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', stamp)).toMatchObject(signed)
})

test('HiBob signs the body with SHA-512, in Base64', () => {
  const body = JSON.stringify({
    companyId: 636192,
    type: 'table.entry.created',
    triggeredBy: '3332883804594373380',
    triggeredAt: '2025-01-08T13:06:26.915906',
    version: 'v2',
    data: { employeeId: '3332883854254932743', tableId: 'lifecycle', effectiveDate: '2025-01-08' },
  })
  expect(fakeVendors.hibob.sign('bob-secret-example', { id: '', body, seconds: 0 })).toEqual({
    'bob-signature': 'd4TdjcD4k3lXlHgAlc3q2uM72+OupE/xabIAEmhv2FlzjHH7iuWquaj+JgEhbTPXQJyGVnDEoPuHKqyoH3q0Aw==',
  })
})
