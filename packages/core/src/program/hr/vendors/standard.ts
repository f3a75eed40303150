import { z } from 'zod'
import { readAs, readInstant, someId } from './read-text.ts'
import { employeeFields, employeeReport } from './report.ts'
import { checkStandardSecret, verifyStandard } from './standard-signature.ts'
import type { Vendor } from './vendor.ts'

const envelope = z.looseObject({ type: z.string(), timestamp: z.string().optional() })

/**
 * What is sent to the door of Standard Webhooks: `employee.created`, `employee.updated` or `employee.deleted`, and the fields that are to
 * change. What is left out stays as it is; `null` empties it. `effectiveOn` is the local date from which it holds.
 */
const employeeEvent = z.strictObject({
  type: z.string(),
  timestamp: z.string().optional(),
  data: employeeFields.partial().extend({ employeeId: someId, effectiveOn: employeeReport.shape.effectiveOn }).strict(),
})

/** Anything that signs after Standard Webhooks 1.0: an integration platform, or code of one's own. */
export const standard: Vendor = {
  words: 'Standard Webhooks',
  settings: [],
  credentials: [],
  secret: 'made here',
  checkSecret: checkStandardSecret,
  steps: [
    'Give the address {door} and the secret that Pilotgate shows once to whatever sends the data.',
    'Let it send {"type": "employee.updated", "timestamp": "2027-01-04T08:00:00Z", "data": {"employeeId": "100", "title": "Head of Platform", "effectiveOn": "2027-02-01"}}. The types are employee.created, employee.updated and employee.deleted.',
    'The fields of "data" are employeeId (required), effectiveOn, email, name, title, department, managerId, managerEmail, status (active, pending or left), hiredOn, endsOn and zone. What is left out stays as it is.',
  ],
  door: {
    verify: (delivery, secrets) =>
      verifyStandard(
        { id: 'webhook-id', timestamp: 'webhook-timestamp', signature: 'webhook-signature' },
        delivery,
        secrets,
      ),
    read(text, sentAt) {
      const vendor = 'the door of Standard Webhooks'
      const { type } = readAs(vendor, envelope, text)
      if (!/^employee\.(?:created|updated|deleted)$/.test(type)) return []
      const { data, timestamp } = readAs(vendor, employeeEvent, text)
      const { employeeId, effectiveOn, ...said } = data
      const occurredAt = readInstant(timestamp) ?? sentAt
      const from = effectiveOn ? { effectiveOn } : {}
      const fields = type === 'employee.deleted' ? { ...said, status: 'left' as const } : said
      return [{ employeeId, type, occurredAt, ...from, report: { employeeId, fields, occurredAt, ...from } }]
    },
  },
}
