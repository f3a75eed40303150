import { expect, test } from 'vitest'
import { batchOf } from '../../../packages/local/src/hr/bench/batch.ts'
import { inFigures } from '../../../packages/local/src/hr/bench/figures.ts'
import { fakeVendors } from '../../../packages/local/src/hr/vendors/index.ts'

test('a door is compared with the bare puts of the same round, and the median counts', () => {
  const figures = inFigures([1000, 500, 2000], [600, 400, 1000], [1, 2, 3, 4])
  expect(figures).toMatchObject({ perSecond: 600, ofBarePercent: 60, p50Ms: 2, p99Ms: 4 })
})

test.each(['standard', 'bamboohr'] as const)('no two deliveries of a batch to %s are the same event', (vendor) => {
  const secret = fakeVendors.bamboohr.secret!
  const door = { vendor, connectionId: 'c', doorUrl: 'http://127.0.0.1:1/v1/doors/abc', secret }
  const { requests, inboxIds } = batchOf(door, 150, Date.parse('2027-01-04T09:00:00Z'))
  expect(requests).toHaveLength(150)
  expect(new Set(inboxIds).size).toBe(150)
})
