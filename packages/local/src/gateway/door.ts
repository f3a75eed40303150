import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { type DoorPerson, type DoorProgram, type Page, page, partOf } from './door-frame.ts'
import { startPage } from './start-page.ts'

export type DoorOptions = {
  /** The virtual now, epoch milliseconds. */
  now: () => number
  people: () => Promise<DoorPerson[]>
  programs: () => Promise<DoorProgram[]>
}

/** What the pages may do: the style sheet and the script of this origin, and requests to it. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

/** A steering pack opens as a page of its own under the policy of the page that made it; its styles stand in it. */
const PACK_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

const script = (name: string) => ({
  type: 'text/javascript; charset=utf-8',
  text: readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'),
})

const files = {
  'door.js': script('door.js'),
  'elements.js': script('elements.js'),
  'form.js': script('form.js'),
  'reference.js': script('reference.js'),
  'door.css': { type: 'text/css; charset=utf-8', text: readFileSync(new URL('./door.css', import.meta.url), 'utf8') },
}

type Place = {
  programId: string
  gate?: string
  taskId?: string
  candidacyId?: string
  packId?: string
  other?: string
}

/** The page of a program, a gate, a task or a candidacy; the script asks the public API for it as the person chosen. */
const workPage = (people: DoorPerson[], place: Place): Page => {
  const { programId, gate, taskId, candidacyId, packId, other } = place
  const inside = gate || taskId || candidacyId || packId || other
  return page(
    gate ?? (taskId ? 'Task' : candidacyId ? 'Candidacy' : packId ? 'Steering pack' : 'Program'),
    html`<nav><a href="/">Start page</a> ${inside ? html`<a href="/programs/${programId}">Program</a>` : ''}</nav>
<p><label for="who">Act as</label> <select id="who">${people.map(
      (person) =>
        html`<option value="${person.email}">${[person.name, partOf(person)].filter(Boolean).join(', ')}</option>`,
    )}</select></p>
${people.length ? '' : html`<p>There are no sample people. Load the sample data, then reload this page.</p>`}
${other ? html`<p class="quiet">This has no page of its own in the local run yet; the <a href="/api">API</a> does it.</p>` : ''}
<div id="place" data-program="${programId}" data-gate="${gate ?? ''}" data-task="${taskId ?? ''}" data-candidacy="${candidacyId ?? ''}" data-pack="${packId ?? ''}" aria-live="polite">
<noscript>This page needs JavaScript. The same can be done with the <a href="/api">API</a>.</noscript></div>
<script src="/door/door.js" type="module"></script>`,
  )
}

/** The page of a referee: the key stands after `#` and so never reaches a log; the script sends it on. */
const referencePage = (): Page =>
  page(
    'Reference',
    html`<div id="place" aria-live="polite"><noscript>This page needs JavaScript.</noscript></div>
<script src="/door/reference.js" type="module"></script>`,
  )

/**
 * The door of the local runtime: the start page at `/` and the pages that mails link to (`/programs/:programId`, its gates,
 * tasks, candidacies and steering packs, and `/reference` for referees). Opening a page changes nothing; answers go to the public API as the sample person chosen on the page.
 */
export const door = ({ now, people, programs }: DoorOptions): Hono => {
  const app = new Hono()
  app.use('*', async (c, next) => {
    await next()
    c.header('content-security-policy', c.req.path.includes('/packs/') ? PACK_POLICY : PAGE_POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
  })
  app.get('/', async (c) => {
    const [known, running] = await Promise.all([people(), programs()])
    return c.html(startPage({ origin: new URL(c.req.url).origin, now: now(), people: known, programs: running }))
  })
  app.get('/programs/:programId', async (c) => c.html(workPage(await people(), c.req.param())))
  app.get('/programs/:programId/gates/:gate', async (c) => c.html(workPage(await people(), c.req.param())))
  app.get('/programs/:programId/tasks/:taskId', async (c) => c.html(workPage(await people(), c.req.param())))
  app.get('/reference', (c) => c.html(referencePage()))
  app.get('/programs/:programId/candidacies/:candidacyId', async (c) => c.html(workPage(await people(), c.req.param())))
  app.get('/programs/:programId/packs/:packId', async (c) => c.html(workPage(await people(), c.req.param())))
  app.get('/programs/:programId/*', async (c) =>
    c.html(workPage(await people(), { programId: c.req.param('programId'), other: c.req.path })),
  )
  for (const [name, { type, text }] of Object.entries(files)) {
    app.get(`/door/${name}`, (c) => c.body(text, 200, { 'content-type': type }))
  }
  app.notFound((c) =>
    c.html(page('Not found', html`<h1>There is nothing here</h1><p>Go to the <a href="/">start page</a>.</p>`), 404),
  )
  return app
}
