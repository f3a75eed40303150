import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { MailStore } from './mail-store.ts'
import { listPage, messagePage, missingPage, PAGE_POLICY } from './mailbox-pages.ts'

/**
 * The mailbox of the local runtime: pages at `/mailbox` and `/mailbox/:id`, the same as JSON at `/mailbox.json`
 * (`?recipient=&subject=&tag=&any=&before=&limit=`) and `/mailbox/:id.json`; `DELETE /mailbox.json` empties it.
 * It shows every mail to everyone who can reach it, so mount it on loopback only.
 */
export function mailboxApp(store: MailStore): Hono {
  const app = new Hono()
  app.use('/mailbox/*', csrf())
  app.use('*', async (c, next) => {
    await next()
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
  })

  app.get('/mailbox', (c) => c.html(listPage(store.list(queryOf(c.req.query())), c.req.query('any') ?? '')))
  app.post('/mailbox/delete-all', (c) => {
    store.deleteAll()
    return c.redirect('/mailbox', 303)
  })
  app.get('/mailbox.json', (c) => c.json(store.list(queryOf(c.req.query()))))
  app.delete('/mailbox.json', (c) => {
    store.deleteAll()
    return c.body(null, 204)
  })
  app.get('/mailbox/:file{.+\\.json}', (c) => {
    const message = store.get(c.req.param('file').slice(0, -'.json'.length))
    return message ? c.json(message) : c.json({ message: 'No such mail.' }, 404)
  })
  app.get('/mailbox/:id', (c) => {
    const message = store.get(c.req.param('id'))
    return message ? c.html(messagePage(message, c.req.query('view'))) : c.html(missingPage(), 404)
  })
  app.get('/mailbox/:id/html', (c) => {
    const html = store.get(c.req.param('id'))?.html
    if (html === undefined) return c.html(missingPage(), 404)
    // A mail is not ours to trust: no scripts, no forms, nothing loaded from elsewhere; links open in a page of their own.
    c.header(
      'content-security-policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    )
    return c.html(`<base target="_blank">${html}`)
  })
  return app
}

const queryOf = ({ before, limit, ...rest }: Record<string, string>) => ({
  ...rest,
  before: wholeNumber(before),
  limit: wholeNumber(limit),
})

const wholeNumber = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined)
