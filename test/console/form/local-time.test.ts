import { expect, it } from 'vitest'
import { instantOf, localTimeOf } from '../../../packages/console/src/when/local-time.ts'

it.each([
  ['Europe/Berlin', '2027-01-04T09:00', '2027-01-04T08:00:00Z'],
  ['Europe/Berlin', '2027-07-01T09:00', '2027-07-01T07:00:00Z'],
  ['America/New_York', '2027-01-04T00:30', '2027-01-04T05:30:00Z'],
  ['Asia/Kathmandu', '2027-01-04T09:00', '2027-01-04T03:15:00Z'],
  // 02:30 is shown twice: the first one.
  ['Europe/Berlin', '2027-10-31T02:30', '2027-10-31T00:30:00Z'],
])('in %s, %s is %s', (zone, local, instant) => {
  expect(instantOf(local, zone)).toBe(instant)
  expect(localTimeOf(instant, zone)).toBe(local)
})

it('takes a time that the clocks skip as the one after the jump', () => {
  expect(localTimeOf(instantOf('2027-03-28T02:30', 'Europe/Berlin')!, 'Europe/Berlin')).toBe('2027-03-28T03:30')
})

it('knows what is no time', () => {
  for (const none of ['', '2027-01-04T', 'T09:00', '2027-01-04', '2027-13-04T09:00'])
    expect(instantOf(none, 'Europe/Berlin')).toBeUndefined()
})
