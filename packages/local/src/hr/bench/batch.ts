import { randomUUID } from 'node:crypto'
import type { Connected } from '../connect-vendor.ts'
import { expectedOf } from '../fuzz/expected.ts'
import type { RawHttpRequest } from '../raw-http.ts'
import { bamboohr } from '../vendors/bamboohr.ts'
import { seconds } from '../vendors/fake-vendor.ts'
import { standard } from '../vendors/standard.ts'

/** Signed deliveries to send, each of another event, and the ids under which the log must know them. */
export type Batch = { requests: RawHttpRequest[]; inboxIds: string[] }

/**
 * Deliveries of employees 101 to 170 as they are known: what costs is taking them, not what they say.
 * @param at the time of the platform's clock, epoch milliseconds
 */
export const batchOf = ({ vendor, connectionId, doorUrl, secret }: Connected, count: number, at: number): Batch => {
  const path = new URL(doorUrl).pathname
  const door = { vendor, connectionId, path, secrets: [secret], isOn: true }
  const batch: Batch = { requests: [], inboxIds: [] }
  for (let index = 0; index < count; index += 1) {
    const employeeId = String(101 + (index % 70))
    const id = `msg_${randomUUID()}`
    const stamp = Math.floor(at / 1000)
    const body = JSON.stringify(
      vendor === 'bamboohr'
        ? {
            type: 'employee.updated',
            // Its signature is what is the same when a delivery comes again, so no two may be alike.
            timestamp: seconds(at - index * 1000),
            data: { companyId: '12345', employeeId, changedFields: ['jobTitle', id] },
          }
        : {
            type: 'employee.updated',
            timestamp: seconds(at),
            data: { employeeId, title: 'Team lead', hiredOn: '2020-01-01' },
          },
    )
    const signed = (vendor === 'bamboohr' ? bamboohr : standard).sign(secret, { id, body, seconds: stamp })
    const request: RawHttpRequest = {
      ...{ method: 'POST', path, body: Buffer.from(body) },
      headers: [['content-type', 'application/json'], ...Object.entries(signed)],
    }
    const expected = expectedOf(request, [door], at)
    if (!expected.taken || !expected.inboxId) throw new Error(`${vendor} would not take what is to be sent.`)
    batch.requests.push(request)
    batch.inboxIds.push(expected.inboxId)
  }
  return batch
}
