import { Hono } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { messages } from './index.ts'
import { type Message, render } from './message.ts'

const page = (title: string, content: HtmlEscapedString | Promise<HtmlEscapedString>) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:1100px;margin:0 auto;padding:16px}
iframe{width:100%;height:900px;border:1px solid #8a97a4;resize:both}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #8a97a4;padding:16px}
li{margin:0 0 12px}
</style></head><body><main>${content}</main></body></html>`

/** Pages that show every mail with its sample data, for people who write or review them. Sends nothing. */
export const previewApp = (): Hono => {
  const byKind = new Map<string, Message>(Object.entries(messages))
  return new Hono()
    .get('/emails', (context) =>
      context.html(
        page(
          'Mails',
          html`<h1>Mails</h1><p>Every mail the platform sends, with sample data.</p>
<ul>${[...byKind].map(
            ([kind, message]) =>
              html`<li><a href="/emails/${kind}">${kind}</a><br>${render(message, message.sample).subject}</li>`,
          )}</ul>`,
        ),
      ),
    )
    .get('/emails/:kind', (context) => {
      const kind = context.req.param('kind')
      const message = byKind.get(kind)
      if (!message) {
        const unknown = html`<h1>No such mail</h1><p>See <a href="/emails">all mails</a>.</p>`
        return context.html(page('No such mail', unknown), 404)
      }
      const mail = render(message, message.sample)
      return context.html(
        page(
          kind,
          html`<p><a href="/emails">All mails</a></p><h1>${kind}</h1><p>Subject: <strong>${mail.subject}</strong></p>
<h2>HTML</h2><iframe title="HTML part of ${kind}" sandbox="allow-popups" srcdoc="${mail.html}"></iframe>
<h2>Text</h2><pre>${mail.text}</pre>`,
        ),
      )
    })
}
