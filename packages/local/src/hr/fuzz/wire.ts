import type { RawHttpRequest } from '../raw-http.ts'
import type { Draws } from './draws.ts'

type Header = [name: string, value: string]
type Mutation = (request: RawHttpRequest, draws: Draws) => Partial<RawHttpRequest>

const isProof = ([name]: Header) => /signature|timestamp|-id$/i.test(name)

/** Changes one of the headers that prove where it comes from. */
const proof =
  (change: (header: Header, draws: Draws) => Header[]): Mutation =>
  ({ headers }, draws) => {
    const chosen = draws.one(headers.filter(isProof))
    return { headers: headers.flatMap((header) => (header === chosen ? change(header, draws) : [header])) }
  }

const value =
  (change: (text: string, draws: Draws) => string): Mutation =>
  (request, draws) =>
    proof(([name, text]) => [[name, change(text, draws)]])(request, draws)

const proofs: Mutation[] = [
  proof(() => []),
  proof((header) => [header, header]),
  proof(([name, text]) => [
    [name, `${text.slice(0, -1)}x`],
    [name, text],
  ]),
  proof(([name, text], { one }) => [
    [one([`x-${name}`, name.replace('-', '_'), `${name}-2`, name.replace(/^x-/, '')]), text],
  ]),
  proof(([name, text], { isIn }) => [
    [isIn(0.5) ? name.toUpperCase() : name.replace(/\b[a-z]/g, (each) => each.toUpperCase()), text],
  ]),
  value((text, { upTo }) => {
    const at = upTo(text.length)
    return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  }),
  value((text, { upTo }) => text.slice(0, upTo(text.length + 1))),
  value((text, { one }) =>
    one(['', ' ', `  ${text}  `, `"${text}"`, `${text}\t`, `${text}\u00e9`, `${text}\u0001`, `${text},${text}`]),
  ),
  value((text) => text.toUpperCase()),
  value((text, { one }) =>
    one([`${text}=`, `${text}==`, text.replace(/=+$/, ''), text.replaceAll('+', '-').replaceAll('/', '_')]),
  ),
  value((text) => Buffer.from(text, 'hex').toString('base64') || text),
  value((text, { one }) =>
    one([
      `sha256=${text}`,
      `v2,${text}`,
      text.replace('v1,', 'v1a,'),
      text.replace('v1,', 'V1,'),
      text.replace('v1,', ''),
    ]),
  ),
  value((text, { one }) =>
    one([`v1,AAAA ${text}`, `${text} v1,AAAA`, `v1a,AAAA v1,BBBB ${text}`, `${text} ${text}`, `v1,A  ${text}`]),
  ),
]

const others: Mutation[] = [
  ({ headers }, { one }) => ({
    headers: [
      ...headers.filter(([name]) => name !== 'content-type'),
      [
        'content-type',
        one([
          'text/plain',
          'application/xml',
          'multipart/form-data',
          'application/octet-stream',
          '',
          'application/json; charset=utf-16',
        ]),
      ],
    ],
  }),
  ({ headers }, { one }) => ({ headers: [...headers, ['x-more', 'x'.repeat(one([100, 8_000, 20_000]))]] }),
  ({ headers }, { one }) => ({
    headers: [
      ...headers,
      one<Header>([
        ['authorization', 'Bearer x'],
        ['cookie', 'a=b'],
        ['accept', 'image/png'],
        ['x-http-method-override', 'GET'],
        ['x-forwarded-for', '10.0.0.1'],
      ]),
    ],
  }),
  (_, { one }) => ({ method: one(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) }),
]

const encoded = (letter: string) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`

/** A place in the key of a path; the last letter where an earlier change has left no key. */
const placeIn = (path: string, { upTo }: Draws): number =>
  Math.min('/v1/doors/'.length + upTo(Math.max(path.length - '/v1/doors/'.length, 1)), path.length - 1)

const paths: ((path: string, draws: Draws) => string)[] = [
  (path, { one }) => path + one(['/', '//', '?a=b', '?key=x&key=y', '%2F', '%00', '=', '==', '.', '/..', ';a=b', '%']),
  (path, { upTo }) => path.slice(0, path.length - 1 - upTo(20)),
  (path, draws) => {
    const at = placeIn(path, draws)
    return `${path.slice(0, at)}${encoded(path[at]!)}${path.slice(at + 1)}`
  },
  (path, draws) => {
    const at = placeIn(path, draws)
    return `${path.slice(0, at)}${path[at] === 'A' ? 'B' : 'A'}${path.slice(at + 1)}`
  },
  (path, { one }) =>
    path.replace('/v1/', one(['/V1/', '/v1//', '/v2/', '/v1/./', '/v1/x/../', '/v1/%2e%2e/v1/', '/x/../v1/', '//v1/'])),
  (path, { one }) =>
    path.replace('/doors/', one(['/Doors/', '/door/', '/doors//', '/doors/../doors/', '/doors/x/', '/%64oors/'])),
  (path) => path.toLowerCase(),
  () => '/v1/doors/',
]

/** In pieces, as a sender does that does not know how long it will be. */
const chunked: Mutation = ({ headers }) => ({
  headers: [...headers.filter(([name]) => name !== 'transfer-encoding'), ['transfer-encoding', 'chunked']],
})

/** One change of what goes over the wire. */
export const changeWire = (request: RawHttpRequest, draws: Draws): RawHttpRequest => {
  const kind = draws.upTo(10)
  if (kind < 6) {
    return request.headers.some(isProof) ? { ...request, ...draws.one(proofs)(request, draws) } : request
  }
  if (kind < 8) return { ...request, path: draws.one(paths)(request.path, draws) }
  return { ...request, ...draws.one([...others, chunked])(request, draws) }
}
