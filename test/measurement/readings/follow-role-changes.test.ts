import { daysToRoleChange } from '@pilotgate/core/measurement/readings/follow-role-changes'
import { expect, it } from 'vitest'

const berlin = { startDate: '2027-01-04', zone: 'Europe/Berlin' }

it.each([
  ['from the start of the program', '2026-12-20T08:00:00Z', '2027-03-05', 60],
  ['from the day of joining for who came later', '2027-02-01T08:00:00Z', '2027-03-05', 32],
  ['by local days: late in the evening is the next day', '2027-01-31T23:30:00Z', '2027-03-05', 32],
  ['0 on the first day', '2026-12-20T08:00:00Z', '2027-01-04', 0],
  ['not before the program', '2026-12-20T08:00:00Z', '2027-01-03', undefined],
  ['not before they joined', '2027-02-01T08:00:00Z', '2027-01-20', undefined],
])('counts the days to a role change (K3) %s', (_, joinedAt, on, days) => {
  expect(daysToRoleChange(berlin, joinedAt, on)).toBe(days)
})
