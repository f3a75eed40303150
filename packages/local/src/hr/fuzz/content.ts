import { gzipSync } from 'node:zlib'
import type { Draws } from './draws.ts'
import { largestBody } from './expected.ts'

/** What is said and signed: everything a sender decides before it goes on the wire. */
export type Content = { id: string; seconds: string; body: Buffer; secret: string; headers: [string, string][] }
type Mutation = (content: Content, draws: Draws) => Partial<Content>

const bodies: Record<string, (body: Buffer, draws: Draws) => Buffer> = {
  'a byte changed': (body, { upTo }) => {
    const copy = Buffer.from(body)
    if (copy.length > 0) copy[upTo(copy.length)] = upTo(256)
    return copy
  },
  'a byte more': (body, { one }) => Buffer.concat([body, Buffer.from(one([' ', '\n', '\0', '}', '\u00e9']))]),
  'cut off': (body, { upTo }) => body.subarray(0, upTo(body.length + 1)),
  empty: () => Buffer.alloc(0),
  twice: (body) => Buffer.concat([body, body]),
  'with a byte order mark': (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
  'written anew': (body) => Buffer.from(rewritten(body.toString())),
  'UTF-16': (body) => Buffer.from(body.toString(), 'utf16le'),
  'no UTF-8': (body, { bytes }) => Buffer.concat([body.subarray(0, 10), Buffer.from([0xc3, 0x28, 0xff]), bytes(5)]),
  noise: (_, { bytes, upTo }) => bytes(upTo(200)),
  'other JSON': (_, { one }) =>
    Buffer.from(
      one([
        'null',
        '[]',
        '{}',
        '42',
        '"text"',
        '{"type":7,"data":[]}',
        '[[[['.repeat(500),
        '{"__proto__":{"type":"x"}}',
      ]),
    ),
  'an unknown type': (body) => Buffer.from(body.toString().replace(/employee\.|employment\.|person\./, 'payroll.')),
  'an id that is no id': (body, { one }) =>
    Buffer.from(
      body.toString().replace(/"1\d\d"/, one(['""', '{}', 'null', '12345678901234567890', '"../x"', '"a#b"'])),
    ),
  'a ping': (_, { one }) =>
    Buffer.from(one(['"Ping test"', '{"text":"Ping test"}', ' "Ping test"\n', '"Ping test" '.repeat(9)])),
  'as large as it may be': () => Buffer.alloc(largestBody, 'x'),
  'a byte larger': () => Buffer.alloc(largestBody + 1, 'x'),
  'much larger': (_, { one }) => Buffer.alloc(one([300_000, 1_000_000, 11_000_000]), 'x'),
}

const rewritten = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 1)
  } catch {
    return text
  }
}

/** Seconds before and after now at which the windows of the vendors end, and beyond. */
const skews = [0, 1, 299, 300, 301, 3600, 10_799, 10_800, 10_801, 86_400]

const times: Record<string, Mutation> = {
  'another time': ({ seconds }, { one, isIn }) => {
    const skew = one(skews)
    return { seconds: String(Number(seconds) + (isIn(0.5) ? skew : -skew)) }
  },
  'an odd time': ({ seconds }, { one }) => ({
    seconds: one([
      `${seconds}000`,
      `${seconds}.5`,
      `0${seconds}`,
      `-${seconds}`,
      '0',
      '',
      'now',
      '0x6',
      `${seconds}x`,
      '9'.repeat(30),
    ]),
  }),
}

const ids: Mutation = (_, { one }) => ({
  id: one(['', 'x', 'a.b.c', 'a'.repeat(2000), '\u00e9t\u00e9', '0', 'msg_1.1']),
})

const gzipped: Mutation = ({ body }) => ({ body: gzipSync(body), headers: [['content-encoding', 'gzip']] })

const secrets: Mutation = ({ secret }, { one }) => ({
  secret: one([
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSX',
    '',
    `${secret}A`,
    secret.slice(0, -4),
    secret.toLowerCase(),
    'whsec_',
  ]),
})

/** One change of what is said. */
export const changeContent = (content: Content, draws: Draws): Content => {
  const kind = draws.upTo(10)
  const change: Mutation =
    kind < 5
      ? ({ body }) => ({ body: draws.one(Object.values(bodies))(body, draws) })
      : kind < 8
        ? draws.one(Object.values(times))
        : draws.one([ids, gzipped, secrets])
  return { ...content, ...change(content, draws) }
}
