import { createHmac } from 'node:crypto'
import type { Delivery, Vendor, Verdict } from '@pilotgate/core/program/hr/vendors/vendor'
import fc from 'fast-check'
import { expect } from 'vitest'

/** A delivery whose headers and bytes are all that was signed. */
export type Sent = { headers: Record<string, string>; body: string | Uint8Array }

const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body)

const delivery = ({ headers, body }: Sent, now: string): Delivery => ({ headers, bytes: bytesOf(body), now })

export const verify = (vendor: Vendor, sent: Sent, now: string, secrets: string[]): Promise<Verdict> =>
  vendor.door!.verify(delivery(sent, now), secrets)

/** An HMAC as the vendors make it, by another implementation than the one under test. */
export const mac = (
  hash: 'sha256' | 'sha512',
  secret: string | Buffer,
  message: string,
  as: 'hex' | 'base64' | 'base64url',
) => createHmac(hash, secret).update(message).digest(as)

/** The signature of Standard Webhooks, for a secret in Base64. */
export const standardSignature = (secret: string, id: string, seconds: string | number, body: string): string =>
  `v1,${mac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'), `${id}.${seconds}.${body}`, 'base64')}`

/** Without any one of these headers, and with any of them empty, a delivery is turned away. */
export const demandsEachHeader = async (
  vendor: Vendor,
  sent: Sent,
  now: string,
  secret: string,
  names: string[],
): Promise<void> => {
  for (const name of names) {
    const { [name]: _, ...others } = sent.headers
    for (const headers of [others, { ...sent.headers, [name]: '' }]) {
      const verdict = await verify(vendor, { ...sent, headers }, now, [secret])
      expect(verdict, name).toMatchObject({ kind: 'turned away', why: expect.stringMatching(new RegExp(name, 'i')) })
    }
  }
}

/** What comes out of changing one place of a text: another character there, one more, or one less. */
const changed = (text: string) =>
  fc
    .tuple(fc.nat(Math.max(text.length - 1, 0)), fc.integer({ min: 33, max: 126 }), fc.nat(2))
    .map(([place, code, how]) => {
      const letter = String.fromCharCode(code)
      return text.slice(0, place) + (how === 2 ? '' : letter) + text.slice(place + (how === 1 ? 0 : 1))
    })
    .filter((other) => other !== text)

/** However a signed part is changed, the delivery is turned away. */
export const turnsAwayAnyChange = (
  vendor: Vendor,
  sent: { headers: Record<string, string>; body: string },
  now: string,
  secrets: string[],
  signed: string[],
  isSame: (one: string, other: string) => boolean = () => false,
): Promise<void> => {
  const changes = fc.oneof(
    changed(sent.body).map((body) => ({ ...sent, body })),
    ...signed.map((name) =>
      changed(sent.headers[name]!)
        .filter((value) => !isSame(value, sent.headers[name]!))
        .map((value) => ({ ...sent, headers: { ...sent.headers, [name]: value } })),
    ),
  )
  return fc.assert(
    fc.asyncProperty(changes, async (other) => {
      expect((await verify(vendor, other, now, secrets)).kind).toBe('turned away')
    }),
    { numRuns: 300 },
  )
}

/** Nothing that anybody sends makes a door fail: each delivery gets a verdict, and none without the secret is an event. */
export const neverFails = (vendor: Vendor, names: string[], secret: string): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 40 }))),
      async (body, headers) => {
        const verdict = await verify(vendor, { headers, body }, '2027-01-04T08:00:00Z', [secret, 'not Base64 !'])
        expect(verdict.kind).not.toBe('event')
      },
    ),
    { numRuns: 300 },
  )
