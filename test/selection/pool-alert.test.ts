import { alertIsDue, type PoolAlertRecord } from '@pilotgate/core/selection/pool-alert'
import { expect, it } from 'vitest'

type Before = Pick<PoolAlertRecord, 'status' | 'toldIn'> | undefined
const told = (status: PoolAlertRecord['status'], toldIn = '2027-03-08'): Before => ({ status, toldIn })

it.each<[string, Before, PoolAlertRecord['status'], string, boolean]>([
  ['outside at the first look', undefined, 'too few', '2027-03-15', true],
  ['inside at the first look', undefined, 'enough', '2027-03-15', false],
  ['not due', undefined, 'not due', '2027-03-15', false],
  ['outside once it is due', { status: 'not due' }, 'too few', '2027-03-15', true],
  ['left after a good week', { status: 'enough' }, 'more than needed', '2027-03-15', true],
  ['back inside', told('too few'), 'enough', '2027-03-15', false],
  ['still outside after a week', told('too few'), 'too few', '2027-03-15', false],
  ['still outside after three weeks, one with a clock change', told('too few'), 'too few', '2027-03-29', false],
  ['still outside after four weeks', told('too few'), 'too few', '2027-04-05', true],
  ['still outside when weeks were left out', told('too few'), 'too few', '2027-05-03', true],
  ['outside on the other side', told('too few'), 'more than needed', '2027-03-15', true],
])('%s', (_, before, status, monday, due) => {
  expect(alertIsDue(before, status, monday)).toBe(due)
})
