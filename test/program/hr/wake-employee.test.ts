import type { Vault, Web } from '@pilotgate/core/ports'
import { wakeEmployee } from '@pilotgate/core/program/hr/employees/wake-employee'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import { expect, test } from 'vitest'
import { company } from './company.ts'

test('a title that Merge has dated ahead holds from midnight in the zone of the connection', async () => {
  const it = company({ vendor: 'merge', zone: 'Europe/Berlin' })
  await it.keep()
  const employments = [
    { job_title: 'Head', effective_date: '2027-03-01T00:00:00Z' },
    { job_title: 'Coach', effective_date: '2020-10-10T00:00:00Z' },
  ]
  const body = JSON.stringify({ id: 'm-1', work_email: 'greg@nordlicht.example', employments })
  const web: Web = { send: async () => ({ status: 200, headers: {}, body, milliseconds: 1 }) }
  const asking = { vault: {} as Vault, web, endpoints: {}, vendors }
  const wake = () =>
    wakeEmployee(it.work(), asking, { tenantId: it.tenantId, connectionId: it.connection.id, employeeId: 'm-1' })
  it.at('2027-02-28T22:59:00.000Z')
  await wake()
  expect(await it.kinds()).toEqual([])
  it.at('2027-02-28T23:00:00.000Z')
  expect(await wake()).toEqual({ again: false })
  expect((await it.changes()).map(({ changes, effectiveOn }) => [effectiveOn, ...changes])).toEqual([
    ['2027-03-01', { kind: 'role_changed', before: 'Coach', after: 'Head' }],
  ])
})
