import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { html } from 'hono/html'

/** What the page may do: scripts, styles and requests of this origin only; the pictures of the viewer's style sheet are inline. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

/** The files of the viewer that people's browsers get, with their types. */
const viewerFiles: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

const script = readFileSync(new URL('./api-page.js', import.meta.url), 'utf8')
const style = readFileSync(new URL('./api-page.css', import.meta.url), 'utf8')

const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pilotgate API</title><link rel="icon" href="/api/favicon-32x32.png">
<link rel="stylesheet" href="/api/swagger-ui.css"><link rel="stylesheet" href="/api/api-page.css"></head><body>
<header><nav><a href="/">Console</a> <a href="/api/openapi.json">openapi.json</a></nav>
<form id="act-as"><label for="email">Try it out as</label>
<input id="email" type="email" required placeholder="e-mail of a sample person"><button>Sign in</button>
<output for="email" role="status"></output></form></header>
<div id="viewer"><noscript>This page needs JavaScript. The document itself is at /api/openapi.json.</noscript></div>
<script src="/api/swagger-ui-bundle.js"></script><script src="/api/api-page.js"></script></body></html>`

const viewerFolder = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/**
 * The browsable API at `/api` (Swagger UI, served from this machine) and its document at `/api/openapi.json`.
 * @param document the OpenAPI document; requests go out from the page only if its server is this origin
 * @param folder where the files of `swagger-ui-dist` lie
 */
export const apiPage = (document: object, folder = viewerFolder()): Hono => {
  const app = new Hono()
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('content-security-policy', PAGE_POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
  })
  app.get('/api', (c) => c.html(page))
  app.get('/api/openapi.json', (c) => c.json(document))
  app.get('/api/api-page.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/api/api-page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  for (const [name, type] of Object.entries(viewerFiles)) {
    app.get(`/api/${name}`, (c) =>
      c.body(readFileSync(join(folder, name)), 200, { 'content-type': type, 'cache-control': 'max-age=3600' }),
    )
  }
  return app
}
