import { z } from 'zod'
import { type Api, ask, at, basic, demand } from './ask.ts'
import { readAs, readDate, readInstant, readWords, someId } from './read-text.ts'
import type { EmployeeNotice } from './report.ts'
import { fullName, type Said, stateOf } from './report-of.ts'
import { bytesOf, hmac, isSigned, sha256, toBase64 } from './signing.ts'
import { noSuchHeader, wrongSignature } from './turned-away.ts'
import type { Account, Vendor } from './vendor.ts'

/** What it sends to see whether somebody is there; without a signature that anybody documents. */
const pings = ['"Ping test"', '{"text":"Ping test"}']

const event = z.looseObject({
  type: z.string(),
  triggeredAt: z.string().optional(),
  data: z.looseObject({
    employeeId: someId.optional(),
    tableId: z.string().optional(),
    effectiveDate: z.string().nullish(),
  }),
})
const delivery = z.union([event, z.looseObject({}), z.string()])

/** The tables that say something which counts here. */
const tables = ['work', 'lifecycle', 'employment']

const read = (text: string, sentAt: string): EmployeeNotice[] => {
  const parsed = event.safeParse(readAs('HiBob', delivery, text))
  if (!parsed.success) return []
  const { type, triggeredAt, data } = parsed.data
  const table = /^table\.entry\./.test(type)
  if (!data.employeeId || !(table || /^employee\./.test(type))) return []
  if (table && !tables.includes(data.tableId ?? '')) return []
  const effectiveOn = readDate(data.effectiveDate)
  return [
    {
      employeeId: data.employeeId,
      type,
      occurredAt: readInstant(triggeredAt) ?? sentAt,
      ...(effectiveOn && { effectiveOn }),
    },
  ]
}

const hosts = { production: 'api.hibob.com', sandbox: 'api.sandbox.hibob.com' }

const api = ({ settings }: Pick<Account, 'settings'>): Api => {
  const host = settings.environment === 'sandbox' ? hosts.sandbox : hosts.production
  return { vendor: 'HiBob', base: `https://${host}`, hosts: [host] }
}

const post = (account: Account, path: string, json: unknown) =>
  ask(account, api(account), {
    method: 'POST',
    path,
    json,
    headers: { authorization: basic(account.credentials.serviceUserId ?? '', account.credentials.token ?? '') },
  })

const fields = [
  ...['root.id', 'root.email', 'root.firstName', 'root.surname', 'root.displayName'],
  ...['work.title', 'work.department', 'work.reportsTo', 'work.startDate'],
  ...['internal.status', 'internal.lifecycleStatus', 'internal.terminationDate'],
]

/** A field by its id, nested or with slashes; those of `root` may stand at the top. */
const field = (found: unknown, id: string): unknown => {
  const path = id.split('.')
  const flat = at(found, `/${path.join('/')}`)
  const values = [at(found, ...path), path[0] === 'root' ? at(found, ...path.slice(1)) : undefined, at(flat, 'value')]
  return values.find((value) => value !== undefined)
}

/** A value of a list as people read it: its machine form is the id of the entry. */
const shown = (found: unknown, id: string): unknown => {
  const value = field(at(found, 'humanReadable'), id)
  return readWords(value === undefined && field(found, id) === null ? null : value)
}

/** By `lifecycleStatus`; whoever is in garden leave has left for all that counts here, as HiBob itself tells (`employee.left`). */
const statusOf = (found: unknown): Said['status'] => {
  const lifecycle = readWords(field(found, 'internal.lifecycleStatus'))
    ?.toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
  if (lifecycle === 'terminated' || lifecycle === 'garden leave') return 'left'
  if (lifecycle === 'hired') return 'pending'
  if (lifecycle === 'employed' || lifecycle?.includes('leave')) return 'active'
  const status = readWords(field(found, 'internal.status'))?.toLowerCase()
  // An inactive user may be on a leave that the organisation has a name of its own for.
  return status === 'active' ? 'active' : undefined
}

const saidBy = (found: unknown): Said => {
  const manager = field(found, 'work.reportsTo')
  return {
    email: readWords(field(found, 'root.email')),
    name:
      readWords(field(found, 'root.displayName')) ||
      fullName(field(found, 'root.firstName'), field(found, 'root.surname')),
    title: shown(found, 'work.title'),
    department: shown(found, 'work.department'),
    managerId: manager === null ? null : readWords(at(manager, 'id')),
    managerEmail: manager === null ? null : readWords(at(manager, 'email')),
    status: statusOf(found),
    hiredOn: readDate(field(found, 'work.startDate')),
    endsOn: readDate(field(found, 'internal.terminationDate')),
  }
}

/** HiBob, webhooks of version 2: thin, and each table entry comes as an `employee.updated` besides. */
export const hibob: Vendor = {
  words: 'HiBob',
  settings: [
    {
      name: 'environment',
      words: '"production", or "sandbox" for a test account; production when left out',
      required: false,
      pattern: /^(?:production|sandbox)$/,
      remedy: 'Enter "production" or "sandbox".',
    },
  ],
  credentials: [
    { name: 'serviceUserId', words: 'The ID of the service user', required: true },
    { name: 'token', words: 'The token of the service user', required: true },
  ],
  secret: 'from the vendor',
  steps: [
    'In HiBob, create a service user who may view the categories Basic info, Work and Lifecycle of all people, those who left too. Enter its ID and token here.',
    'Create a webhook (version 2) with the address {door}, for the events of employees and of the tables Work and Lifecycle.',
    'Enter the secret that HiBob shows for the webhook here.',
  ],
  door: {
    async verify({ headers, bytes }, secrets) {
      const text = bytes.length <= 40 ? new TextDecoder().decode(bytes).trim() : ''
      if (pings.includes(text)) return { kind: 'handshake' }
      const signature = headers['bob-signature']
      if (!signature) return noSuchHeader('Bob-Signature')
      const sign = async (secret: string) => toBase64(await hmac('SHA-512', bytesOf(secret), bytes))
      if (!(await isSigned([signature], secrets, sign))) return wrongSignature(secrets)
      return { kind: 'event', dedupe: await sha256(bytes) }
    },
    read,
  },
  readBack: {
    afterSeconds: 20,
    hosts: (settings) => api({ settings }).hosts,
    async fetch(account, employeeId) {
      const path = `/v1/people/${encodeURIComponent(employeeId)}`
      const found = await post(account, path, { fields, humanReadable: 'APPEND' })
      return found === undefined ? undefined : stateOf(employeeId, saidBy(found), account.now)
    },
    async ping(account) {
      const nobody = { fieldPath: 'root.id', operator: 'equals', values: ['0'] }
      const search = { fields: ['root.id'], filters: [nobody], showInactive: true }
      demand(Array.isArray(at(await post(account, '/v1/people/search', search), 'employees')), api(account))
    },
  },
}
