import { createHash, createHmac } from 'node:crypto'
import type { RawHttpRequest } from '../raw-http.ts'
import type { FakeVendorName } from '../vendors/index.ts'

/** A door as whoever set it up knows it; `secrets` are all that are valid now. */
export type FuzzedDoor = {
  vendor: FakeVendorName
  connectionId: string
  path: string
  secrets: string[]
  isOn: boolean
}

/**
 * Whether a delivery must be taken, and under which id the log must know it then; a handshake leaves nothing. `unheard`: its head is
 * broken, or it is too large for any HTTP API, so that the server may close the connection without an answer.
 */
export type Expected =
  | { taken: false; unheard: boolean }
  | { taken: true; connectionId: string; inboxId: string | undefined }

/** What the doors take at most, in bytes, and the HTTP server of heads and bodies. */
export const largestBody = 256 * 1024
const largestHead = 16 * 1024
const largestRequest = 10 * 1024 * 1024

const refused: Expected = { taken: false, unheard: false }
const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest('hex')

/** Headers as gateways hand them on: names in small letters, values trimmed, doubled ones with a comma between them. */
const headersOf = ({ headers }: RawHttpRequest): Map<string, string> => {
  const all = new Map<string, string>()
  for (const [name, value] of headers) {
    const [key, text] = [name.toLowerCase(), value.replace(/^[ \t]+|[ \t]+$/g, '')]
    const before = all.get(key)
    all.set(key, before === undefined ? text : `${before}, ${text}`)
  }
  return all
}

const doorOf = (path: string, doors: FuzzedDoor[]): FuzzedDoor | undefined => {
  if (!path.startsWith('/v1/') || !URL.canParse(path, 'http://localhost')) return undefined
  try {
    const [, key = ''] = /^\/v1\/doors\/([^/]+)$/.exec(new URL(path, 'http://localhost').pathname) ?? []
    return doors.find((door) => door.isOn && door.path === `/v1/doors/${decodeURIComponent(key)}`)
  } catch {
    return undefined
  }
}

const within = (seconds: string, now: number, most: number): boolean =>
  /^\d{1,12}$/.test(seconds) && Math.abs(now / 1000 - Number(seconds)) <= most

/** Standard Webhooks, and Finch, which differs in the names of headers only. */
const standardId = (door: FuzzedDoor, headers: Map<string, string>, body: Buffer, now: number) => {
  const prefix = door.vendor === 'finch' ? 'finch-' : 'webhook-'
  const id = headers.get(door.vendor === 'finch' ? 'finch-event-id' : 'webhook-id') ?? ''
  const [seconds, sent] = [headers.get(`${prefix}timestamp`) ?? '', headers.get(`${prefix}signature`) ?? '']
  // Text of headers is Latin-1 on the wire, and UTF-8 when it is signed as text.
  const signed = Buffer.concat([Buffer.from(`${id}.${seconds}.`), body])
  const holds = door.secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return sent.split(' ').includes(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  })
  return id !== '' && holds && within(seconds, now, 300) ? id : undefined
}

/** What makes a delivery of this vendor the same when it comes again; nothing when it is not the vendor's. */
const dedupeOf = (door: FuzzedDoor, headers: Map<string, string>, body: Buffer, now: number): string | undefined => {
  const { vendor, secrets } = door
  const made = (hash: string, message: Buffer, form: 'hex' | 'base64' | 'base64url', sent: string | undefined) =>
    sent !== undefined && secrets.some((secret) => createHmac(hash, secret).update(message).digest(form) === sent)
  switch (vendor) {
    case 'bamboohr':
    case 'bamboohr-fields': {
      const [seconds = '', sent] = [headers.get('x-bamboohr-timestamp'), headers.get('x-bamboohr-signature')]
      const holds = made('sha256', Buffer.concat([body, Buffer.from(seconds)]), 'hex', sent)
      return holds && within(seconds, now, 3 * 3600) ? sent : undefined
    }
    case 'hibob':
      return made('sha512', body, 'base64', headers.get('bob-signature')) ? sha256(body) : undefined
    case 'merge': {
      const sent = headers.get('x-merge-webhook-signature')?.replace(/=+$/, '')
      const hour = new Date(now).toISOString().slice(0, 13)
      return made('sha256', body, 'base64url', sent) ? `${sha256(body)} ${hour}` : undefined
    }
    case 'personio':
      return sha256(body)
    default:
      return standardId(door, headers, body, now)
  }
}

const isPing = (body: Buffer): boolean =>
  body.length <= 40 && ['"Ping test"', '{"text":"Ping test"}'].includes(body.toString().trim())

/** Works out anew, from what goes over the wire, whether a door must take it. @param now of the platform's clock, epoch milliseconds */
export const expectedOf = (request: RawHttpRequest, doors: FuzzedDoor[], now: number): Expected => {
  const { method, path, body } = request
  const door = method === 'POST' ? doorOf(path, doors) : undefined
  const head = request.headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, path.length)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that HTTP forbids
  const broken = request.headers.some(([, value]) => /[\x00-\x08\x0a-\x1f\x7f]/.test(value))
  if (broken || head > largestHead || body.length > largestRequest) return { taken: false, unheard: true }
  if (!door || body.length > largestBody) return refused
  const { connectionId } = door
  if (door.vendor === 'hibob' && isPing(body)) return { taken: true, connectionId, inboxId: undefined }
  const dedupe = dedupeOf(door, headersOf(request), body, now)
  return dedupe === undefined ? refused : { taken: true, connectionId, inboxId: sha256(dedupe) }
}
