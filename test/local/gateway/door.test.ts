import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { routes } from '@pilotgate/contracts/routes'
import { type DoorOptions, door } from '@pilotgate/local/gateway/door'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'

const owner = { email: 'amara@example.com', name: 'Amara Adler', roles: ['program owner'], tenant: 'nordlicht' }
const coach = { email: 'jo@example.com', name: 'Jo <b>Weber</b>', roles: [], title: 'coach', tenant: 'nordlicht' }
const pilot = {
  programId: '01P',
  name: 'Pilot "2027" & more',
  status: 'running',
  currentGate: 'W06',
  nextDue: '2027-02-12T14:00:00Z',
  zone: 'Europe/Berlin',
}

const options = (changes: Partial<DoorOptions> = {}): DoorOptions => ({
  now: () => Date.parse('2027-02-08T08:30:00Z'),
  people: async () => [coach, owner],
  programs: async () => [pilot],
  ...changes,
})
const get = (path: string, changes: Partial<DoorOptions> = {}) =>
  door(options(changes)).request(`http://127.0.0.1:4010${path}`)
const read = async (path: string, changes: Partial<DoorOptions> = {}) => (await get(path, changes)).text()

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const commands = (html: string) =>
  [...html.matchAll(/<code>([^<]*curl[^<]*)<\/code>/g)].map((match) => plain(match[1]!))

describe('the start page', () => {
  it('says that this is a local run, and what time it is in UTC and in the zone of the program', async () => {
    const html = await read('/')
    expect(html).toContain('This is a local run on virtual time.')
    expect(html).toContain('<time datetime="2027-02-08T08:30:00.000Z">Mon, 8 Feb 2027, 08:30 (UTC)</time>')
    expect(html).toContain('Mon, 8 Feb 2027, 09:30 (Europe/Berlin)')
  })

  it('shows where the program stands and leads to it', async () => {
    const html = await read('/')
    expect(html).toContain('<a href="/programs/01P"><strong>Pilot &quot;2027&quot; &amp; more</strong></a>')
    expect(html).toContain('<dd>running</dd>')
    expect(html).toContain('<a href="/programs/01P/gates/W06">W06</a>')
    expect(html).toContain('Fri, 12 Feb 2027, 15:00 (Europe/Berlin)')
  })

  it('leads to the API, the mailbox and the mail previews', async () => {
    const html = await read('/')
    for (const path of ['/api', '/mailbox', '/emails']) expect(html).toContain(`<a href="${path}">`)
  })

  it('names the people one can be, and what they are', async () => {
    const html = await read('/')
    expect(html).toContain('jo@example.com · coach · nordlicht')
    expect(html).toContain('amara@example.com · program owner · nordlicht')
  })

  it('says what to do when there is no program and nobody to be', async () => {
    const html = await read('/', { people: async () => [], programs: async () => [] })
    expect(html).toContain('There is no program yet')
    expect(html).toContain('Load the sample data')
    expect(html).toContain('Set up a program:')
  })
})

describe('the next steps', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  /** The door beside stand-ins for sign-in, API and clock that note what they were asked. */
  const listen = async (changes: Partial<DoorOptions>) => {
    const asked: { call: string; body: unknown; authorization: string | undefined }[] = []
    const app = new Hono()
    const note = async (call: string, request: Request) => {
      const text = await request.text()
      const authorization = request.headers.get('authorization') ?? undefined
      asked.push({ call, body: text ? JSON.parse(text) : undefined, authorization })
    }
    app.post('/sign-in/token', async (c) => {
      await note('token', c.req.raw)
      return c.json({ access_token: 'a.b-c_d', token_type: 'Bearer', expires_in: 43_200 })
    })
    app.all('/v1/*', async (c) => {
      await note(`${c.req.method} ${c.req.path}`, c.req.raw)
      return c.json({})
    })
    app.post('/local/clock/jump', async (c) => {
      await note('jump', c.req.raw)
      return c.json({})
    })
    app.route('/', door(options(changes)))
    server = createServer(getRequestListener(app.fetch))
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { asked, html: await (await fetch(origin)).text() }
  }
  const paste = (html: string) => promisify(execFile)('sh', ['-ec', commands(html).join('\n')])

  it('work when pasted: a token, the timeline, the next moment', async () => {
    const { asked, html } = await listen({})
    await paste(html)
    expect(asked).toEqual([
      { call: 'token', body: { email: 'amara@example.com' }, authorization: undefined },
      { call: 'GET /v1/programs/01P/timeline', body: undefined, authorization: 'Bearer a.b-c_d' },
      { call: 'jump', body: {}, authorization: undefined },
    ])
  })

  it('set up a program that the API takes, when there is none, starting on a Monday ahead', async () => {
    const { asked, html } = await listen({ programs: async () => [] })
    await paste(html)
    const [, create] = asked
    expect(create).toMatchObject({ call: 'POST /v1/programs', authorization: 'Bearer a.b-c_d' })
    const body = routes.createProgram.body.parse(create!.body)
    expect(body).toMatchObject({ templateId: 'leadership-pilot-24w', startDate: '2027-02-15' })
  })
})

describe('the pages that mails link to', () => {
  it.each([
    ['/programs/01P', 'data-program="01P" data-gate="" data-task="" data-candidacy=""'],
    ['/programs/01P/gates/W06', 'data-program="01P" data-gate="W06" data-task="" data-candidacy=""'],
    ['/programs/01P/tasks/W06.1.x.01Q', 'data-program="01P" data-gate="" data-task="W06.1.x.01Q" data-candidacy=""'],
    ['/programs/01P/candidacies/01Q.01', 'data-gate="" data-task="" data-candidacy="01Q.01"'],
    ['/programs/01P/own-matches', 'This has no page of its own in the local run yet'],
  ])('%s asks the API as the person chosen', async (path, place) => {
    const html = await read(path)
    expect(html).toContain(place)
    expect(html).toContain('<option value="amara@example.com">Amara Adler, program owner</option>')
    expect(html).toContain('<script src="/door/door.js" type="module"></script>')
  })

  it.each(['POST', 'PUT', 'DELETE'])('take no %s: looking changes nothing', async (method) => {
    for (const path of ['/programs/01P', '/programs/01P/gates/W06', '/programs/01P/tasks/W06.1']) {
      expect((await door(options()).request(path, { method })).status).toBe(404)
    }
  })

  it('write names and addresses as text', async () => {
    expect(await read('/programs/01P')).toContain('Jo &lt;b&gt;Weber&lt;/b&gt;')
    expect(await read('/programs/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E')).not.toContain('<script>')
  })

  it('get their script and style from this origin', async () => {
    const script = await get('/door/door.js')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(await script.text()).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(/)
    expect((await get('/door/door.css')).headers.get('content-type')).toContain('text/css')
  })
})

it.each(['/', '/programs/01P', '/programs/01P/gates/W06', '/programs/01P/tasks/W06.1', '/nowhere'])(
  '%s loads nothing from elsewhere and runs no script of the page itself',
  async (path) => {
    const response = await get(path)
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const html = await response.text()
    expect(html).not.toMatch(/<script(?![^>]*src="\/)|<style|\sstyle=|\son\w+=/)
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
  },
)

it('says so when there is nothing at an address', async () => {
  const response = await get('/nowhere')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('<a href="/">start page</a>')
})
