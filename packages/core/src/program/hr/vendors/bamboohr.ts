import { z } from 'zod'
import { type Api, ask, at, basic, demand } from './ask.ts'
import { fieldsAsked, saidByApi } from './bamboohr-report.ts'
import { readAs, readInstant, someId } from './read-text.ts'
import type { EmployeeNotice } from './report.ts'
import { stateOf } from './report-of.ts'
import { bytesOf, hmac, isSigned, joined, toHex } from './signing.ts'
import { noSuchHeader, sentWithin, wrongSignature } from './turned-away.ts'
import type { Account, Vendor } from './vendor.ts'

/** Its retries span 155 minutes, and whether they are stamped anew is not documented. */
const skewSeconds = 3 * 60 * 60

const eventBased = z.object({
  type: z.string(),
  timestamp: z.string().optional(),
  data: z.object({ employeeId: someId }).loose(),
})
/** The values it brings are not taken: nothing says when they held, and one that comes late would undo what is known since. */
const fieldBased = z.object({ employees: z.array(z.object({ id: someId })) })

const readFieldBased = (text: string, sentAt: string): EmployeeNotice[] =>
  readAs('BambooHR', fieldBased, text).employees.map(({ id }) => ({
    ...{ employeeId: id, type: 'employee_with_fields', occurredAt: sentAt },
  }))

const read = (text: string, sentAt: string): EmployeeNotice[] => {
  const sent = readAs('BambooHR', z.looseObject({}), text)
  if ('employees' in sent) return readFieldBased(text, sentAt)
  const event = eventBased.safeParse(sent)
  if (!event.success || !/^employee\.(?:created|updated|deleted)$/.test(event.data.type)) return []
  const { type, timestamp, data } = event.data
  return [{ employeeId: data.employeeId, type, occurredAt: readInstant(timestamp) ?? sentAt }]
}

const api = ({ settings }: Pick<Account, 'settings'>): Api => {
  const host = `${settings.company}.bamboohr.com`
  return { vendor: 'BambooHR', base: `https://${host}`, hosts: [host] }
}

const get = (account: Account, path: string) =>
  ask(account, api(account), {
    method: 'GET',
    path: `/api/v1${path}`,
    headers: { authorization: basic(account.credentials.apiKey ?? '', 'x') },
  })

const employee = (account: Account, id: string) =>
  get(account, `/employees/${encodeURIComponent(id)}?fields=${fieldsAsked.join(',')}&onlyCurrent=true`)

/** BambooHR: webhooks of both kinds, event-based and field-based; the state is read back after either. */
export const bamboohr: Vendor = {
  words: 'BambooHR',
  settings: [
    {
      name: 'company',
      words: 'The company in your BambooHR address: "nordlicht" in nordlicht.bamboohr.com',
      required: true,
      pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
      remedy: 'Enter only what stands before ".bamboohr.com": letters, digits and hyphens.',
    },
  ],
  credentials: [
    { name: 'apiKey', words: 'An API key of a user who may read employees and their jobs', required: true },
  ],
  secret: 'from the vendor',
  steps: [
    'In BambooHR, make an API key for a user of its own, who may read employees, and enter it here.',
    'Create a webhook with the events employee.created, employee.updated and employee.deleted, the format JSON and the address {door}.',
    'Let it monitor First name, Last name, Work Email, Job Title, Department, Reporting to, Status, Hire Date and Termination Date.',
    'BambooHR shows the private key of the webhook once: enter it here as the secret. The webhook lives as long as its user is active.',
  ],
  door: {
    async verify(delivery, secrets) {
      const { headers, bytes } = delivery
      const [seconds, signature] = [headers['x-bamboohr-timestamp'], headers['x-bamboohr-signature']]
      if (!seconds) return noSuchHeader('X-BambooHR-Timestamp')
      if (!signature) return noSuchHeader('X-BambooHR-Signature')
      const message = joined(bytes, bytesOf(seconds))
      const sign = async (secret: string) => toHex(await hmac('SHA-256', bytesOf(secret), message))
      if (!(await isSigned([signature], secrets, sign))) return wrongSignature(secrets)
      const sentAt = sentWithin(seconds, skewSeconds, delivery)
      return typeof sentAt === 'string' ? { kind: 'event', dedupe: signature, sentAt } : sentAt
    },
    read,
  },
  readBack: {
    hosts: (settings) => api({ settings }).hosts,
    async fetch(account, employeeId) {
      const found = await employee(account, employeeId)
      if (found === undefined) return undefined
      return stateOf(employeeId, saidByApi(found), account.now)
    },
    async ping(account) {
      // The employee whose key it is; a service user may be none, but may know which fields there are.
      if (at(await employee(account, '0'), 'id') !== undefined) return
      demand(Array.isArray(await get(account, '/meta/fields')), api(account))
    },
  },
}
