import dns from 'node:dns'
import type { RequestListener } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { guardedWeb } from '@pilotgate/aws/web'
import type { WebRequest } from '@pilotgate/core/ports'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { serve, stopServing } from '../local/serve.ts'

afterAll(stopServing)

const open = guardedWeb({ privateHosts: ['127.0.0.1'] })
const guarded = guardedWeb({ privateHosts: [] })
const refusal = (request: Promise<unknown>) =>
  request.then(
    () => undefined,
    (error: unknown) => error,
  )

/** A server of somebody else; `reached` are the requests that came to it. */
const serverOf = async (listener: RequestListener = (_, response) => void response.end('here')) => {
  const reached: string[] = []
  const origin = await serve((request, response) => {
    reached.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  return { origin, reached, port: new URL(origin).port }
}

describe('a request', () => {
  it('brings back status, headers in small letters, text and how long it took', async () => {
    const seen: unknown[] = []
    const { origin } = await serverOf(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
      seen.push(request.headers['x-signed'], request.headers['content-length'], Buffer.concat(chunks).toString())
      response.writeHead(202, { 'X-Request': 'r-1', 'Set-Cookie': ['a=1', 'b=2'] }).end('{"grüße":1}')
    })
    const answer = await open.send({
      method: 'POST',
      url: `${origin}/hook?x=1`,
      headers: { 'X-Signed': 's' },
      body: 'Zoë',
    })
    expect(answer).toMatchObject({ status: 202, body: '{"grüße":1}', milliseconds: expect.any(Number) })
    expect(answer.headers).toMatchObject({ 'x-request': 'r-1', 'set-cookie': 'a=1, b=2' })
    expect(seen).toEqual(['s', '4', 'Zoë'])
  })

  it('follows no redirect: it is the answer', async () => {
    const target = await serverOf()
    const { origin } = await serverOf((_, response) => response.writeHead(302, { location: target.origin }).end())
    const answer = await open.send({ method: 'GET', url: origin })
    expect(answer).toMatchObject({ status: 302, headers: { location: target.origin } })
    expect(target.reached).toEqual([])
  })

  it('takes 1 MB of an answer without an end, and ends the connection', async () => {
    let closed: Promise<void> | undefined
    const { origin } = await serverOf((_, response) => {
      closed = new Promise((resolve) => response.once('close', resolve))
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    const { body } = await open.send({ method: 'GET', url: origin })
    expect(body).toHaveLength(1024 * 1024)
    await closed
  })

  it.each<[string, RequestListener]>([
    ['does not answer', () => {}],
    ['begins to answer and falls silent', (_, response) => void response.write('x')],
    [
      'drips',
      (_, response) => {
        const timer = setInterval(() => response.write('x'), 10)
        response.once('close', () => clearInterval(timer))
      },
    ],
  ])('gives up on a server that %s', async (_, listener) => {
    const { origin } = await serverOf(listener)
    const web = guardedWeb({ privateHosts: ['127.0.0.1'], limitMs: 200 })
    await expect(web.send({ method: 'GET', url: origin })).rejects.toMatchObject({
      code: 'Unavailable',
      message: '127.0.0.1 did not answer within 0.2 seconds.',
    })
  })

  const broken: [string, RequestListener][] = [
    ['falls silent', (_, response) => void response.writeHead(410, { 'retry-after': '7' }).write('x')],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(410, { 'content-length': '1000', 'retry-after': '7' }).write('x')
        setImmediate(() => response.destroy())
      },
    ],
  ]
  it.each(broken)('that wants no text takes an answer that %s after its headers', async (_, listener) => {
    let closed: Promise<void> | undefined
    const { origin } = await serverOf((request, response) => {
      closed = new Promise((resolve) => response.once('close', resolve))
      listener(request, response)
    })
    const answer = await open.send({ method: 'POST', url: origin, body: '{}', withoutBody: true })
    expect(answer).toMatchObject({ status: 410, headers: { 'retry-after': '7' }, body: '' })
    await closed
    const web = guardedWeb({ privateHosts: ['127.0.0.1'], limitMs: 200 })
    await expect(web.send({ method: 'POST', url: origin, body: '{}' })).rejects.toMatchObject({ code: 'Unavailable' })
  })

  it('says what is the matter with a server that cannot be asked', async () => {
    const { origin } = await serverOf((request) => request.socket.destroy())
    const cases: [string, RegExp][] = [
      [origin, /broke the connection off/],
      ['http://127.0.0.1:1/', /Nothing answers at the port of 127\.0\.0\.1/],
      [origin.replace('http:', 'https:'), /certificate|broke the connection off/],
    ]
    for (const [url, message] of cases) {
      await expect(open.send({ method: 'GET', url })).rejects.toMatchObject({
        code: 'Unavailable',
        message: expect.stringMatching(message),
      })
    }
  })
})

describe('a private address', () => {
  let server: Awaited<ReturnType<typeof serverOf>>
  beforeAll(async () => {
    server = await serverOf()
  })
  afterEach(() => {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
    expect(server.reached).toEqual([])
  })

  it.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '127.255.255.254'],
    ...['localhost', 'LOCALHOST', '１２７.0.0.1', '127。0。0。1'],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]', '[64:ff9b::7f00:1]'],
    ...['[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[2002:7f00:1::]'],
    ...['0.0.0.0', '0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1'],
    ...['169.254.169.254', '2852039166', '0xa9fea9fe', '169.254.170.2', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
  ])('is refused as %s', async (host) => {
    const url = `https://${host}:${server.port}/`
    expect(await refusal(guarded.send({ method: 'POST', url, body: '{}' }))).toMatchObject({
      code: 'NotAllowed',
      message: expect.stringMatching(/leads to a private address/),
    })
  })

  /** What the name service says. */
  const nameLeadsTo = (...addresses: string[]) => {
    const answers = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const lookup = vi.spyOn(dns, 'lookup') as unknown as ReturnType<typeof vi.fn>
    lookup.mockImplementation((_: string, options: { all?: boolean }, done: (...of: unknown[]) => void) =>
      options.all ? done(null, answers) : done(null, answers[0]!.address, answers[0]!.family),
    )
    syncBuiltinESMExports()
    return lookup
  }

  it.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['10.1.2.3']],
    [['::1']],
    [['::ffff:10.0.0.1']],
    [['203.0.114.7', '127.0.0.1']],
  ])('is refused when a name leads to %j', async (addresses) => {
    const lookup = nameLeadsTo(...addresses)
    const url = `https://hooks.example.org:${server.port}/`
    expect(await refusal(guarded.send({ method: 'POST', url }))).toMatchObject({
      code: 'NotAllowed',
      message: expect.stringContaining('hooks.example.org leads to a private address'),
    })
    expect(lookup).toHaveBeenCalledTimes(1)
  })

  it('is refused also when another private host is named in the settings', async () => {
    const web = guardedWeb({ privateHosts: ['hr.internal', '10.0.0.5'] })
    for (const host of ['127.0.0.1', '10.0.0.6', 'localhost']) {
      const url = `https://${host}:${server.port}/`
      expect(await refusal(web.send({ method: 'GET', url }))).toMatchObject({ code: 'NotAllowed' })
    }
  })
})

it('a private host that is named is asked, by that name only, also without https', async () => {
  const { origin, port, reached } = await serverOf()
  expect(await open.send({ method: 'GET', url: `${origin}/v1` })).toMatchObject({ status: 200, body: 'here' })
  const otherName = open.send({ method: 'GET', url: `https://localhost:${port}/v2` })
  await expect(otherName).rejects.toMatchObject({ code: 'NotAllowed' })
  expect(reached).toEqual(['GET /v1'])
})

describe('what a request says itself', () => {
  const cases: [string, Partial<WebRequest>, RegExp][] = [
    ['no https', { url: 'http://hooks.example.org/' }, /does not begin with https/],
    ['another protocol', { url: 'file:///etc/passwd' }, /does not begin with https/],
    ['no address', { url: 'hooks.example.org/path' }, /not the address of a web server/],
    ['a user name', { url: 'https://ada@hooks.example.org/' }, /user name or password/],
    ['a password', { url: 'https://:secret@hooks.example.org/' }, /user name or password/],
    ['a very long address', { url: `https://hooks.example.org/${'x'.repeat(2_048)}` }, /longer than 2048 characters/],
    ['a very large body', { url: 'https://hooks.example.org/', body: 'ä'.repeat(600_000) }, /larger than 1 MB/],
    [
      'a host that is not listed',
      { url: 'https://hooks.example.org/', hosts: ['api.hibob.com'] },
      /not one of the hosts/,
    ],
    [
      'a host that only ends alike',
      { url: 'https://evilhibob.com/', hosts: ['*.hibob.com', 'hibob.com'] },
      /not one of/,
    ],
    ['the host above a wildcard', { url: 'https://hibob.com/', hosts: ['*.hibob.com'] }, /not one of the hosts/],
    [
      'a host that is spelt into another',
      { url: 'https://evil.org\\.hibob.com/', hosts: ['*.hibob.com'] },
      /not one of/,
    ],
  ]
  it.each(cases)('is refused: %s', async (_, request, message) => {
    const error = await refusal(guarded.send({ method: 'POST', url: '', ...request }))
    expect(error).toMatchObject({ code: 'NotAllowed', message: expect.stringMatching(message) })
    expect(String(error)).not.toContain('secret@')
  })

  it('is not enough: a listed host is asked, and looked at as any other', async () => {
    const { origin, port, reached } = await serverOf()
    await open.send({ method: 'GET', url: origin, hosts: ['api.hibob.com', '127.0.0.1'] })
    expect(reached).toHaveLength(1)
    const url = `https://localhost:${port}/`
    const leading = guarded.send({ method: 'GET', url, hosts: ['localhost'] })
    await expect(leading).rejects.toMatchObject({ message: expect.stringContaining('private address') })
    await expect(open.send({ method: 'GET', url: origin, hosts: ['api.hibob.com'] })).rejects.toMatchObject({
      code: 'NotAllowed',
    })
  })
})
