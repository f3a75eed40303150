import { z } from 'zod'
import { DomainError } from '../../../errors.ts'
import { ask, at } from './ask.ts'
import { readAs, readDate, readWords, someId } from './read-text.ts'
import type { EmployeeNotice } from './report.ts'
import { fullName, type Said, stateOf } from './report-of.ts'
import { checkStandardSecret, verifyStandard } from './standard-signature.ts'
import type { Account, Vendor } from './vendor.ts'

const event = z.looseObject({
  event_type: z.string(),
  data: z.looseObject({ individual_id: someId }),
})

const read = (text: string, sentAt: string): EmployeeNotice[] => {
  const parsed = event.safeParse(readAs('Finch', z.looseObject({}), text))
  if (!parsed.success) return []
  const { event_type: type, data } = parsed.data
  if (!/^(?:individual|employment|directory)\.(?:created|updated|deleted)$/.test(type)) return []
  return [{ employeeId: data.individual_id, type, occurredAt: sentAt }]
}

const host = 'api.tryfinch.com'
const api = { vendor: 'Finch', base: `https://${host}`, hosts: [host] }
const headersOf = ({ credentials }: Account) => ({
  authorization: `Bearer ${credentials.accessToken ?? ''}`,
  'finch-api-version': '2020-09-17',
})

/** One person of one of the batch endpoints. */
const one = async (account: Account, path: string, individualId: string): Promise<unknown> => {
  const json = { requests: [{ individual_id: individualId }] }
  const answer = await ask(account, api, { method: 'POST', path, json, headers: headersOf(account) })
  const code = at(answer, 'responses', 0, 'code')
  if (answer === undefined || code === 404) return undefined
  if (code === 200) return at(answer, 'responses', 0, 'body')
  if (code === 401 || code === 403) {
    throw new DomainError('NotAllowed', `Finch does not let this token read ${path} (${code}).`)
  }
  throw new DomainError('Unavailable', `Finch could not get the data of a person (${code ?? 'no code'}).`)
}

const statuses: Record<string, 'active' | 'pending' | 'left'> = {
  active: 'active',
  leave: 'active',
  onboarding: 'pending',
  prehire: 'pending',
  deceased: 'left',
  retired: 'left',
  terminated: 'left',
}

const statusOf = (employment: unknown): Said['status'] => {
  const named = statuses[readWords(at(employment, 'employment_status'))?.toLowerCase() ?? '']
  if (named) return named
  const active = at(employment, 'is_active')
  return typeof active === 'boolean' ? (active ? 'active' : 'left') : undefined
}

/** The address at work; a private one is nobody's business. */
const emailOf = (individual: unknown): Said['email'] => {
  const emails = at(individual, 'emails')
  if (emails === null) return null
  if (!Array.isArray(emails)) return undefined
  return readWords(
    at(
      emails.find((each) => at(each, 'type') === 'work'),
      'data',
    ),
  )
}

const saidBy = (individual: unknown, employment: unknown): Said => ({
  email: emailOf(individual),
  name: fullName(
    readWords(at(individual, 'preferred_name')) || at(individual, 'first_name') || at(employment, 'first_name'),
    at(individual, 'last_name') ?? at(employment, 'last_name'),
  ),
  title: readWords(at(employment, 'title')),
  department: at(employment, 'department') === null ? null : readWords(at(employment, 'department', 'name')),
  managerId: at(employment, 'manager') === null ? null : readWords(at(employment, 'manager', 'id')),
  status: statusOf(employment),
  hiredOn: readDate(at(employment, 'latest_rehire_date') ?? at(employment, 'start_date')),
  endsOn: readDate(at(employment, 'end_date')),
})

/** Finch: thin; the person and the employment are read back together. */
export const finch: Vendor = {
  words: 'Finch',
  settings: [],
  credentials: [
    {
      name: 'accessToken',
      words: 'The access token of the connection, with the products individual and employment',
      required: true,
    },
  ],
  secret: 'from the vendor',
  checkSecret: checkStandardSecret,
  steps: [
    'Let the employer authorise the products directory, individual and employment, and enter the access token of the connection here.',
    'In the Finch dashboard, add a webhook with the address {door}, for the events of individuals, employments and the directory.',
    'Enter the secret that Finch shows for the webhook here.',
  ],
  door: {
    verify: (delivery, secrets) =>
      verifyStandard(
        { id: 'finch-event-id', timestamp: 'finch-timestamp', signature: 'finch-signature' },
        delivery,
        secrets,
      ),
    read,
  },
  readBack: {
    hosts: () => api.hosts,
    async fetch(account, employeeId) {
      const individual = await one(account, '/employer/individual', employeeId)
      const employment = await one(account, '/employer/employment', employeeId)
      if (individual === undefined && employment === undefined) return undefined
      return stateOf(employeeId, saidBy(individual, employment), account.now)
    },
    async ping(account) {
      const answer = await ask(account, api, { method: 'GET', path: '/introspect', headers: headersOf(account) })
      const products = at(answer, 'products')
      const missing = ['individual', 'employment'].filter(
        (each) => !Array.isArray(products) || !products.includes(each),
      )
      if (missing.length > 0) {
        throw new DomainError(
          'NotAllowed',
          `The access token does not open ${missing.join(' and ')}. Authorise it anew.`,
        )
      }
    },
  },
}
