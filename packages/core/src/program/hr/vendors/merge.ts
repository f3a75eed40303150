import { z } from 'zod'
import { type Api, ask, at, demand } from './ask.ts'
import { readAs, readDate, readInstant, readWords, someId } from './read-text.ts'
import type { EmployeeNotice } from './report.ts'
import { fullName, type Said, stateOf } from './report-of.ts'
import { bytesOf, hmac, isSigned, sha256, toBase64 } from './signing.ts'
import { noSuchHeader, wrongSignature } from './turned-away.ts'
import type { Account, Vendor } from './vendor.ts'

const event = z.looseObject({
  hook: z.looseObject({ event: z.string() }),
  data: z.looseObject({}),
})

const statuses: Record<string, 'active' | 'pending' | 'left'> = {
  ACTIVE: 'active',
  PENDING: 'pending',
  INACTIVE: 'left',
}

/** The id of something that is either its id or, expanded, the thing itself. */
const idOf = (value: unknown): unknown => (value === null ? null : readWords(at(value, 'id') ?? value))

/** The department: a group of that type, or the team; only expanded they have names. */
const departmentOf = (employee: unknown): unknown => {
  const groups = at(employee, 'groups')
  const department = Array.isArray(groups) ? groups.find((each) => at(each, 'type') === 'DEPARTMENT') : undefined
  return readWords(at(department, 'name') ?? at(employee, 'team', 'name'))
}

/** The title of the latest employment that has begun; only expanded it is there. */
const titleOf = (employee: unknown, today: string): unknown => {
  const employments = at(employee, 'employments')
  const begun = (Array.isArray(employments) ? employments : [])
    .map((each) => ({ from: readDate(at(each, 'effective_date')) ?? '', title: readWords(at(each, 'job_title')) }))
    .filter(({ from, title }) => title !== undefined && from <= today)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  return begun.at(-1)?.title
}

const saidByEmployee = (employee: unknown, today: string): Said => {
  const removed = at(employee, 'remote_was_deleted') === true
  return {
    email: readWords(at(employee, 'work_email')),
    name:
      readWords(at(employee, 'display_full_name')) || fullName(at(employee, 'first_name'), at(employee, 'last_name')),
    title: titleOf(employee, today),
    department: departmentOf(employee),
    managerId: idOf(at(employee, 'manager')),
    status: removed ? 'left' : statuses[readWords(at(employee, 'employment_status')) ?? ''],
    hiredOn: readDate(at(employee, 'start_date') ?? at(employee, 'hire_date')),
    endsOn: readDate(at(employee, 'termination_date')),
  }
}

const read = (text: string, sentAt: string): EmployeeNotice[] => {
  const parsed = event.safeParse(readAs('Merge', z.looseObject({}), text))
  const { hook, data } = parsed.data ?? {}
  const [, model, what] = /^(Employee|Employment)\.(\w+)$/.exec(hook?.event ?? '') ?? []
  const id = someId.safeParse(model === 'Employment' ? idOf(data?.employee) : data?.id)
  if (!hook || !what || !id.success) return []
  const occurredAt = readInstant(data?.modified_at) ?? sentAt
  const begins = model === 'Employment' && !/^(?:deleted|removed)$/.test(what) && readDate(data?.effective_date)
  // Departments and titles are there as ids only, so that nothing of it is taken over: the whole is read back.
  return [{ employeeId: id.data, type: hook.event, occurredAt, ...(begins && { effectiveOn: begins }) }]
}

const hosts: Record<string, string> = { us: 'api.merge.dev', eu: 'api-eu.merge.dev' }

const api = ({ settings }: Pick<Account, 'settings'>): Api => {
  const host = hosts[settings.region ?? 'us'] ?? hosts.us!
  return { vendor: 'Merge', base: `https://${host}`, hosts: [host] }
}

const get = (account: Account, path: string) =>
  ask(account, api(account), {
    method: 'GET',
    path: `/api/hris/v1${path}`,
    headers: {
      authorization: `Bearer ${account.credentials.apiKey ?? ''}`,
      'x-account-token': account.credentials.accountToken ?? '',
    },
  })

const withoutPadding = (text: string): string => text.replace(/=+$/, '')

/** Merge: one model for many HR systems. What deliveries carry of it has ids instead of departments and titles, so that all is read back. */
export const merge: Vendor = {
  words: 'Merge',
  settings: [
    {
      name: 'region',
      words: '"us" or "eu"; us when left out',
      required: false,
      pattern: /^(?:us|eu)$/,
      remedy: 'Enter "us" or "eu".',
    },
  ],
  credentials: [
    { name: 'apiKey', words: 'The production access key', required: true },
    { name: 'accountToken', words: 'The account token of the linked account', required: true },
  ],
  secret: 'from the vendor',
  steps: [
    'Link the account in Merge, and enter its account token and your access key here.',
    'In Merge, add a webhook for the linked account with the address {door}, for changed and deleted data of Employee and Employment.',
    'Enter the signature key that Merge shows under Webhooks here as the secret.',
  ],
  door: {
    async verify({ headers, bytes, now }, secrets) {
      const signature = headers['x-merge-webhook-signature']
      if (!signature) return noSuchHeader('X-Merge-Webhook-Signature')
      const sign = async (secret: string) => {
        const made = toBase64(await hmac('SHA-256', bytesOf(secret), bytes))
        return withoutPadding(made.replaceAll('+', '-').replaceAll('/', '_'))
      }
      if (!(await isSigned([withoutPadding(signature)], secrets, sign))) return wrongSignature(secrets)
      // A delivery has neither id nor time of its own: the same bytes an hour later may tell that a change was taken back.
      return { kind: 'event', dedupe: `${await sha256(bytes)} ${now.slice(0, 13)}` }
    },
    read,
  },
  readBack: {
    hosts: (settings) => api({ settings }).hosts,
    async fetch(account, employeeId) {
      const path = `/employees/${encodeURIComponent(employeeId)}?expand=employments,groups,team`
      const found = await get(account, path)
      return found === undefined ? undefined : stateOf(employeeId, saidByEmployee(found, account.today), account.now)
    },
    async ping(account) {
      demand(at(await get(account, '/account-details'), 'category') !== undefined, api(account))
    },
  },
}
