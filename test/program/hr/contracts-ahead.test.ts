import { beforeEach, expect, test } from 'vitest'
import { type Company, company } from './company.ts'

let it: Company
beforeEach(() => {
  it = company()
})
const ana = { email: 'ana@nordlicht.example', title: 'Engineer', hiredOn: '2020-01-01' }

test('who is to come back on a day ahead is back on that day, not hired', async () => {
  await it.say('1', { ...ana, status: 'active', endsOn: '2027-01-11' })
  it.at('2027-01-12T09:00:00.000Z')
  await it.say('1', {})
  await it.say('1', { status: 'pending', hiredOn: '2027-02-01', endsOn: null })
  expect(await it.kinds()).toEqual(['terminated'])
  it.at('2027-02-01T09:00:00.000Z')
  await it.say('1', { status: 'active' })
  expect(await it.kinds()).toEqual(['terminated', 'rehired'])
})

test('a contract that follows the one of today makes nobody a hire; what it changes is told', async () => {
  await it.say('1', { ...ana, department: 'Platform', status: 'active' })
  it.at('2027-01-12T09:00:00.000Z')
  await it.say('1', { status: 'pending', hiredOn: '2027-02-01', department: 'Data' })
  await it.say('1', { title: 'Lead' }, { effectiveOn: '2027-02-01' })
  expect(await it.kinds()).toEqual(['department_changed'])
  it.at('2027-02-01T09:00:00.000Z')
  await it.say('1', { status: 'active' })
  expect(await it.kinds()).toEqual(['department_changed', 'role_changed'])
})
