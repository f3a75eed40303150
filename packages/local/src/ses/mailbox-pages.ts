import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import { type Answer, answers, type Invitation, readInvitation } from './invitation.ts'
import type { MailPage, Message } from './mail-store.ts'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1rem }
a { color: LinkText } h1 { font-size: 1.4rem; overflow-wrap: anywhere }
form { display: inline-flex; gap: .5rem; margin: 0 1rem 1rem 0 } input, button { font: inherit; padding: .3rem .6rem; min-width: 0 }
ul.mails { list-style: none; padding: 0 } ul.mails li { border-top: 1px solid #8886; padding: .6rem 0; overflow-wrap: anywhere }
.quiet { opacity: .75; font-size: .9rem } nav a { margin-right: 1rem } nav a[aria-current] { font-weight: bold; text-decoration: none; color: inherit }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 70vh; border: 1px solid #8886; background: #fff } pre { white-space: pre-wrap; overflow-wrap: anywhere }`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** What the mailbox's own pages may do: our one style sheet, frames and forms of this origin, nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

type Page = ReturnType<typeof html>

const page = (title: string, body: Page) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${raw(`<style>${STYLE}</style>`)}</head><body>${body}</body></html>`

export const listPage = ({ messages, total, next }: MailPage, search: string) =>
  page(
    'Mailbox',
    html`<h1>Mailbox</h1>
<p class="quiet">Every mail Pilotgate has sent on this machine. None of them left it.</p>
<form action="/mailbox" role="search"><label>Search <input type="search" name="any" value="${search}" placeholder="recipient, subject or tag"></label><button>Search</button></form>
${total && !search ? html`<form action="/mailbox/delete-all" method="post"><button>Delete all mails</button></form>` : ''}
${total ? html`<p class="quiet">${total} ${total === 1 ? 'mail' : 'mails'}, newest first</p>` : emptyText(search)}
<ul class="mails">${messages.map(row)}</ul>
${next ? html`<p><a href="/mailbox?${new URLSearchParams({ any: search, before: String(next) }).toString()}">Older mails</a></p>` : ''}`,
  )

const emptyText = (search: string) =>
  search
    ? html`<p>No mail matches “${search}”. <a href="/mailbox">Show all mails</a></p>`
    : html`<p>No mail yet. As soon as Pilotgate sends one, it appears here: reload this page to look again.</p>`

const row = (message: Message) => html`<li><a href="/mailbox/${message.id}">${message.subject || '(no subject)'}</a><br>
<span class="quiet">to ${recipientsOf(message)} · ${time(message.at)}${Object.entries(message.tags).map(([name, value]) => ` · ${name}: ${value}`)}</span></li>`

export function messagePage(message: Message, { view: wanted, answered }: { view?: string; answered?: string } = {}) {
  const invitation = readInvitation(message)
  const views = [
    ...(message.html === undefined ? [] : [{ name: 'html', label: 'Message' }]),
    ...(message.text === undefined ? [] : [{ name: 'text', label: 'Plain text' }]),
    ...(message.calendar === undefined ? [] : [{ name: 'calendar', label: 'Calendar' }]),
    ...(message.raw === undefined ? [] : [{ name: 'raw', label: 'Raw message' }]),
    { name: 'details', label: 'Headers and tags' },
  ]
  const view = views.find(({ name }) => name === wanted) ?? views[0]!
  return page(
    message.subject || '(no subject)',
    html`<p><a href="/mailbox">← Mailbox</a></p><h1>${message.subject || '(no subject)'}</h1>
<dl>${field('From', message.from)}${field('To', recipientsOf(message))}${field('Sent', time(message.at))}</dl>
${invitation ? invitationPart(message, invitation, answered) : ''}
<nav aria-label="Views of this mail">${views.map(({ name, label }) => html`<a href="?view=${name}" ${name === view.name ? raw('aria-current="page"') : ''}>${label}</a>`)}</nav>
${content(message, view.name)}`,
  )
}

function content(message: Message, view: string): Page {
  if (view === 'html') {
    return html`<p><iframe title="The mail as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mailbox/${message.id}/html"></iframe></p>`
  }
  if (view === 'text') return html`<pre>${message.text}</pre>`
  if (view === 'calendar') return html`<pre>${message.calendar}</pre>`
  if (view === 'raw') return html`<pre>${message.raw}</pre>`
  return html`<dl>${field('Message id', message.id)}${field('To', message.to.join(', '))}${field('Cc', message.cc.join(', '))}
${field('Bcc', message.bcc.join(', '))}${field('Reply to', message.replyTo.join(', '))}
${field('Configuration set', message.configurationSet ?? '')}${(message.attachments ?? []).map(({ name, type }) => field('Attached', `${name} (${type})`))}
${Object.entries(message.tags).map(([name, value]) => field(`Tag ${name}`, value))}</dl>`
}

const labels: Record<Answer, string> = { accepted: 'Accept', tentative: 'Maybe', declined: 'Decline' }

/** What the calendar of the reader learns, and how they may answer: this page does what their mail program would do. */
const invitationPart = (
  { id }: Message,
  invitation: Invitation,
  answered?: string,
) => html`<h2>${invitation.summary}</h2>
<dl>${field('Method', invitation.method)}${field('From', time(invitation.startsAt))}${field('Until', time(invitation.endsAt))}
${field('Organiser', invitation.organiser)}${field('Attendees', invitation.attendees.join(', '))}${field('Sequence', String(invitation.sequence))}</dl>
${
  invitation.method === 'REQUEST'
    ? html`<form action="/mailbox/${id}/answer" method="post">${answers.map((answer) => html`<button name="answer" value="${answer}">${labels[answer]}</button>`)}</form>`
    : ''
}
${answered ? html`<p role="status">Your answer was mailed to the organiser: ${answered}.</p>` : ''}`

export const missingPage = () =>
  page(
    'No such mail',
    html`<h1>No such mail</h1><p>It may have been deleted. <a href="/mailbox">Go to the mailbox</a></p>`,
  )

const field = (name: string, value: string) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : '')

const recipientsOf = ({ to, cc, bcc }: Message) => [...to, ...cc, ...bcc].join(', ')

/** `5 Jan 2026, 09:00 UTC`: the mailbox belongs to no program, so it has no zone of its own. */
const time = (at: number) =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`
