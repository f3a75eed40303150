import { endOfQuarter, quarterAt, quartersBetween, startOfQuarter } from '@pilotgate/core/selection/supervision/quarter'
import { expect, it } from 'vitest'

it.each([
  ['2026-12-31T22:59:59.999Z', 'Europe/Berlin', '2026-Q4'],
  ['2026-12-31T23:00:00.000Z', 'Europe/Berlin', '2027-Q1'],
  ['2027-03-31T21:59:59.999Z', 'Europe/Berlin', '2027-Q1'],
  ['2027-03-31T22:00:00.000Z', 'Europe/Berlin', '2027-Q2'],
  ['2027-07-01T03:00:00.000Z', 'America/New_York', '2027-Q2'],
  ['2027-09-30T10:00:00.000Z', 'Pacific/Kiritimati', '2027-Q4'],
])('%s in %s is in %s', (instant, zone, quarter) => {
  expect(quarterAt(instant, zone)).toBe(quarter)
})

it('a quarter ends where the next begins, on the wall calendar', () => {
  expect(startOfQuarter('2027-Q1', 'Europe/Berlin')).toBe('2026-12-31T23:00:00.000Z')
  expect(endOfQuarter('2027-Q1', 'Europe/Berlin')).toBe('2027-03-31T22:00:00.000Z')
  expect(endOfQuarter('2027-Q4', 'Europe/Berlin')).toBe('2027-12-31T23:00:00.000Z')
  expect(endOfQuarter('2027-Q4', 'Europe/Berlin')).toBe(startOfQuarter('2028-Q1', 'Europe/Berlin'))
})

it('counts quarters over the turn of the year', () => {
  expect(quartersBetween('2027-Q4', '2028-Q1')).toBe(1)
  expect(quartersBetween('2027-Q1', '2029-Q3')).toBe(10)
})
