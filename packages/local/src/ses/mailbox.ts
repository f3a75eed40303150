import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { type Answer, answers, readInvitation, replyTo } from './invitation.ts'
import type { MailStore, Message } from './mail-store.ts'
import { listPage, messagePage, missingPage, PAGE_POLICY } from './mailbox-pages.ts'

/** Where mails of the mailbox's readers go to, as whole MIME messages, and what time they have (epoch milliseconds). */
export type Outbox = { send: (mime: Buffer) => Promise<void>; now: () => number }

/**
 * The mailbox of the local runtime: pages at `/mailbox` and `/mailbox/:id`, the same as JSON at `/mailbox.json`
 * (`?recipient=&subject=&tag=&any=&before=&limit=`) and `/mailbox/:id.json`, which alone has `raw`; `DELETE /mailbox.json` empties it.
 * An invitation is answered at `POST /mailbox/:id/answer` (`answer=accepted|tentative|declined`), as a mail program does it.
 * It shows every mail to everyone who can reach it, so mount it on loopback only.
 */
export function mailboxApp(store: MailStore, { send, now }: Outbox): Hono {
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
  app.get('/mailbox.json', (c) => {
    const { messages, ...page } = store.list(queryOf(c.req.query()))
    // The whole MIME message says all of it once more, and is many times as long.
    return c.json({ messages: messages.map(({ raw: _, ...message }) => message), ...page })
  })
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
    return message ? c.html(messagePage(message, c.req.query())) : c.html(missingPage(), 404)
  })
  app.post('/mailbox/:id/answer', async (c) => {
    const message = store.get(c.req.param('id'))
    const invitation = message && readInvitation(message)
    if (!invitation) return c.html(missingPage(), 404)
    const { answer } = await c.req.parseBody()
    if (!isAnswer(answer)) return c.text(`Send answer=… with one of: ${answers.join(', ')}.`, 400)
    await send(await replyTo(invitation, recipientOf(message), answer, new Date(now())))
    return c.redirect(`/mailbox/${message.id}?answered=${answer}`, 303)
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

const isAnswer = (text: unknown): text is Answer => answers.some((each) => each === text)

const recipientOf = ({ to }: Message): string => to[0]!.replace(/^.*<|>$/g, '')

const queryOf = ({ before, limit, ...rest }: Record<string, string>) => ({
  ...rest,
  before: wholeNumber(before),
  limit: wholeNumber(limit),
})

const wholeNumber = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : undefined)
