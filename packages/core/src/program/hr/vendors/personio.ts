import { z } from 'zod'
import { DomainError } from '../../../errors.ts'
import { ask, at, demand } from './ask.ts'
import { readAs, readDate, readInstant, readWords, someId } from './read-text.ts'
import type { EmployeeNotice } from './report.ts'
import { fullName, type Said, stateOf } from './report-of.ts'
import { sha256 } from './signing.ts'
import type { Account, Vendor } from './vendor.ts'

const event = z.looseObject({
  event_name: z.string(),
  occurred_at: z.string().optional(),
  payload: z.looseObject({}),
})

const read = (text: string, sentAt: string): EmployeeNotice[] => {
  const parsed = event.safeParse(readAs('Personio', z.looseObject({}), text))
  if (!parsed.success) return []
  const { event_name: type, occurred_at: occurred, payload } = parsed.data
  const [, model] = /^(person|employment)\.\w+$/.exec(type) ?? []
  if (!model) return []
  // Where the id stands is not documented in public.
  const places = [at(payload, 'person', 'id'), payload.person_id, model === 'person' ? payload.id : undefined]
  const id = someId.safeParse(places.find((value) => value !== undefined))
  return id.success ? [{ employeeId: id.data, type, occurredAt: readInstant(occurred) ?? sentAt }] : []
}

const host = 'api.personio.de'
const api = { vendor: 'Personio', base: `https://${host}`, hosts: [host] }

const tokenOf = async (account: Account): Promise<string> => {
  const { clientId = '', clientSecret = '' } = account.credentials
  const answer = await ask(account, api, {
    method: 'POST',
    path: '/v2/auth/token',
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
  })
  const token = at(answer, 'access_token')
  if (typeof token === 'string' && token !== '') return token
  throw new DomainError('NotAllowed', 'Personio gives no access token for these credentials. Check them.')
}

const get = (account: Account, token: string, path: string) =>
  ask(account, api, { method: 'GET', path, headers: { authorization: `Bearer ${token}` } })

const statuses: Record<string, 'active' | 'pending' | 'left'> = {
  ACTIVE: 'active',
  LEAVE: 'active',
  ONBOARDING: 'pending',
  INACTIVE: 'left',
}

const startOf = (employment: unknown): string => readDate(at(employment, 'employment_start_date')) ?? ''

/**
 * The employment that counts: of those that have not ended the one that began last, else the one that begins next; else the one that
 * began last of those that have ended.
 */
const currentOf = (employments: unknown, today: string): unknown => {
  const all: unknown[] = Array.isArray(employments) ? employments : []
  const byStart = all.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
  const open = byStart.filter((each) => at(each, 'status') !== 'INACTIVE')
  return open.findLast((each) => startOf(each) <= today) ?? open[0] ?? byStart.at(-1)
}

const saidBy = (person: unknown, employment: unknown, department: unknown): Said => ({
  email: readWords(at(person, 'email')),
  name: fullName(readWords(at(person, 'preferred_name')) || at(person, 'first_name'), at(person, 'last_name')),
  title: readWords(at(employment, 'position', 'title')),
  department: readWords(department),
  managerId: at(employment, 'supervisor') === null ? null : readWords(at(employment, 'supervisor', 'id')),
  status: statuses[readWords(at(employment, 'status') ?? at(person, 'status')) ?? ''],
  hiredOn: readDate(at(employment, 'employment_start_date')),
  endsOn: readDate(
    at(employment, 'employment_end_date') ??
      at(employment, 'termination', 'last_working_day') ??
      at(employment, 'termination', 'termination_date') ??
      // Known to be empty, where none of them says a date.
      at(employment, 'employment_end_date'),
  ),
})

/** The name of the department: employments name org units by id only. */
const departmentOf = async (account: Account, token: string, employment: unknown): Promise<unknown> => {
  const units = at(employment, 'org_units')
  const department = Array.isArray(units) ? units.find((each) => at(each, 'type') === 'department') : undefined
  const id = readWords(at(department, 'id'))
  if (!id) return Array.isArray(units) ? null : undefined
  return at(await get(account, token, `/v2/org-units/${encodeURIComponent(id)}?type=department`), 'name')
}

/** Personio, webhooks of version 2. How it signs them is not documented in public: nothing of a delivery is believed but whom to ask about. */
export const personio: Vendor = {
  words: 'Personio',
  settings: [
    {
      name: 'unsigned',
      words:
        'Enter "yes": deliveries are not signed in a documented way; only their address protects them, and each is read back',
      required: true,
      pattern: /^yes$/,
      remedy: 'Enter "yes" if that is acceptable to you; otherwise import employees as a file.',
    },
  ],
  credentials: [
    { name: 'clientId', words: 'The client ID of the API credentials', required: true },
    { name: 'clientSecret', words: 'The client secret of the API credentials', required: true },
  ],
  secret: 'none',
  steps: [
    'In Personio, create API credentials that may read persons, employments and org units, and enter them here.',
    'Create a webhook with the address {door} for the events of persons and employments. Whoever knows the address can make Pilotgate ask Personio about somebody: keep it to yourself.',
    'Personio does not tell of every change of an employment: import a file now and then.',
  ],
  door: {
    verify: async ({ bytes }) => ({ kind: 'event', dedupe: await sha256(bytes) }),
    read,
  },
  readBack: {
    hosts: () => api.hosts,
    async fetch(account, employeeId) {
      const token = await tokenOf(account)
      const path = `/v2/persons/${encodeURIComponent(employeeId)}`
      const person = await get(account, token, path)
      if (person === undefined) return undefined
      const employment = currentOf(
        at(await get(account, token, `${path}/employments?limit=50`), '_data'),
        account.today,
      )
      const department = await departmentOf(account, token, employment)
      return stateOf(employeeId, saidBy(person, employment, department), account.now)
    },
    async ping(account) {
      const found = await get(account, await tokenOf(account), '/v2/persons?limit=1')
      demand(Array.isArray(at(found, '_data')), api)
    },
  },
}
