import { DomainError, isDomainError } from '../../../errors.ts'
import type { WebAnswer, WebRequest } from '../../../ports.ts'
import { TryLater } from '../inbox/try-later.ts'
import { parseExact } from './read-text.ts'
import type { Account } from './vendor.ts'

/** What is asked: `path` with a slash before it; `json` or `form` is sent. */
type Question = {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  json?: unknown
  form?: Record<string, string>
}

/** Where an HR system answers: what people call it, the address of its API, and the hosts it may be asked at. */
export type Api = { vendor: string; base: string; hosts: string[] }

const mostTries = 2
/** For how long a system that says nothing about it is left alone when it was asked too often. */
const usualWaitSeconds = 60

/** Seconds that the answer asks to wait, in either of the two spellings of `Retry-After`. */
const waitOf = ({ headers }: WebAnswer, now: string): number | undefined => {
  const after = headers['retry-after']
  if (after === undefined) return undefined
  if (/^\d+$/.test(after)) return Number(after)
  const until = (Date.parse(after) - Date.parse(headers.date ?? now)) / 1000
  return Number.isNaN(until) ? undefined : until
}

const isPassing = ({ status }: WebAnswer) => status === 429 || status >= 500

const sendOnce = async ({ web }: Account, request: WebRequest): Promise<WebAnswer | undefined> => {
  try {
    return await web.send(request)
  } catch (error) {
    if (isDomainError(error, 'Unavailable')) return undefined
    throw error
  }
}

/**
 * The answer of an HR system as JSON; `undefined` when it knows nothing at this address (404). A passing fault is tried once more at
 * once; who is asked to wait waits.
 * @throws DomainError `Unavailable` (`TryLater` where the wait is known), `NotAllowed` (the credentials do not open it),
 *   `InvalidInput` (anything else)
 */
export const ask = async (account: Account, api: Api, question: Question): Promise<unknown> => {
  const { method, path, headers, json, form } = question
  const request: WebRequest = {
    method,
    url: `${(account.endpoint ?? api.base).replace(/\/+$/, '')}${path}`,
    headers: {
      accept: 'application/json',
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(form && { body: new URLSearchParams(form).toString() }),
    hosts: account.endpoint ? [new URL(account.endpoint).hostname] : api.hosts,
  }
  let answer: WebAnswer | undefined
  for (let tries = 1; tries <= mostTries; tries += 1) {
    answer = await sendOnce(account, request)
    if (answer && (!isPassing(answer) || waitOf(answer, account.now) !== undefined)) break
  }
  return judge(answer, api, account)
}

const judge = (answer: WebAnswer | undefined, { vendor }: Api, { now }: Account): unknown => {
  if (!answer) throw new DomainError('Unavailable', `${vendor} does not answer.`)
  const { status } = answer
  if (isPassing(answer)) {
    const wait = waitOf(answer, now) ?? (status === 429 ? usualWaitSeconds : undefined)
    const message = status === 429 ? `${vendor} was asked too often.` : `${vendor} has a fault of its own (${status}).`
    throw wait === undefined ? new DomainError('Unavailable', message) : new TryLater(message, wait)
  }
  if (status === 401 || status === 403) {
    throw new DomainError(
      'NotAllowed',
      `${vendor} does not let these credentials in (${status}). Check them, and what their owner may read.`,
    )
  }
  if (status === 404) return undefined
  try {
    if (status < 300) return parseExact(answer.body)
  } catch {
    // Said below.
  }
  throw new DomainError('InvalidInput', `${vendor} gave an answer that is not understood (${status}).`)
}

/** For pings: anything but what the system itself would say is a wrong address, or something else that answers there. */
export const demand = (isReal: boolean, { vendor }: Api): void => {
  if (isReal) return
  const words = `What answers there is not ${vendor}. Check the settings of the connection; whoever runs Pilotgate checks HR_ENDPOINTS, if it is set.`
  throw new DomainError('InvalidInput', words)
}

/** `Basic` credentials (RFC 7617). */
export const basic = (user: string, password: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`

/** A value inside of an answer, by its path; `undefined` where there is none. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  )
