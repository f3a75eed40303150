import { expect, test } from 'vitest'
import { fuzzDoors } from '../../../packages/local/src/hr/fuzz/fuzz-doors.ts'
import { openDoorsOfAll } from '../../../packages/local/src/hr/fuzz/open-doors.ts'
import { rawConnection } from '../../../packages/local/src/hr/raw-http.ts'
import { people } from '../pilot.ts'
import { startPlatform } from '../platform.ts'

// A small share of `npm run fuzz:webhook`.

const platform = await startPlatform('2027-01-04T09:00:00Z')
const doors = await openDoorsOfAll(await platform.as(people.owner))
await platform.settled()

test('mutated deliveries are taken when their signature holds and refused when not, and nothing fails', async () => {
  const found = await fuzzDoors(platform.origin, doors, { seed: 7, count: 400, now: platform.clock.now() })
  expect(found.takenWrongly).toEqual([])
  expect(found.refusedWrongly).toEqual([])
  expect(found.faults).toEqual([])
  // Both happen often, or it would show nothing.
  expect(found.sent).toBe(400)
  expect(found.taken).toBeGreaterThan(80)
  expect(found.refused).toBeGreaterThan(80)
  expect(found.inboxIds.size).toBe(7)
})

test('a miss says what was sent, so that it can be sent again', async () => {
  const thoughtOff = doors.map((door) => ({ ...door, isOn: false }))
  const found = await fuzzDoors(platform.origin, thoughtOff, { seed: 8, count: 50, now: platform.clock.now() })
  const sent = found.takenWrongly.map(({ request }) => JSON.parse(request))
  const plain = sent.filter(({ headers }) => !headers.some(([name]: string[]) => name === 'transfer-encoding'))
  expect(plain.length).toBeGreaterThan(5)
  const connection = rawConnection(platform.origin)
  for (const { body, ...head } of plain) {
    expect(await connection.send({ ...head, body: Buffer.from(body, 'base64') })).toBe(200)
  }
  connection.close()
})
