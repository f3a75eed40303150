import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Sent } from './deliveries.ts'
import type { HrSystem } from './hr-system.ts'
import type { FakeVendor } from './vendors/fake-vendor.ts'
import { type FakeVendorName, fakeVendorNames, fakeVendors, platformNameOf } from './vendors/index.ts'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1rem }
a { color: LinkText } h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2rem }
form { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .6rem; align-items: end } label { display: grid; font-size: .9rem }
input, select, button { font: inherit; padding: .3rem .6rem; min-width: 0; max-width: 16rem }
ul.people { list-style: none; padding: 0 } ul.people li { border-top: 1px solid #8886; padding: .5rem 0; overflow-wrap: anywhere }
.quiet { opacity: .75; font-size: .9rem } nav a { margin-right: 1rem }
table { border-collapse: collapse; display: block; overflow-x: auto } th, td { text-align: left; padding: .2rem 1rem .2rem 0; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
details summary { cursor: pointer }`

/** What these pages may do: our one style sheet and forms of this origin, nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

type Person = ReturnType<HrSystem['employees']>[number]

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${raw(`<style>${STYLE}</style>`)}</head><body>
<nav aria-label="Pages"><a href="/local/hr">Employees</a><a href="/local/hr/connect">Connect</a><a href="/local/hr/sent">Sent</a></nav>
${body}</body></html>`

const nameOf = ({ state }: Person) => `${state.firstName} ${state.lastName}`

const statusWords = { active: 'works here', pending: 'begins later', left: 'has left' }

export const employeesPage = (people: Person[], today: string, connected: number) =>
  page(
    'Sample HR system',
    html`<h1>Sample HR system</h1>
<p class="quiet">It stands for the HR system of Nordlicht, on this machine only. It is ${today} there (UTC).
${connected === 0 ? html`Nothing is <a href="/local/hr/connect">connected</a> yet: what you do here is told to nobody.` : `What you do here is told to ${connected} ${connected === 1 ? 'connection' : 'connections'}.`}</p>
<h2>Hire somebody</h2>
<form action="/local/hr/desk/hire" method="post">${field('First name', 'firstName')}${field('Last name', 'lastName')}
${field('E-mail', 'email', 'email')}${field('Title', 'title')}${field('Department', 'department')}
${managers(people)}${field('First day', 'hiredOn', 'date', today)}<button>Hire</button></form>
<h2>Employees (${people.length})</h2>
<ul class="people">${people.map((person) => row(person, people, today))}</ul>`,
  )

const field = (label: string, name: string, type = 'text', value = '') =>
  html`<label>${label}<input type="${type}" name="${name}" value="${value}" required></label>`

const managers = (people: Person[], chosen?: number | null) =>
  html`<label>Manager<select name="managerId"><option value="">nobody</option>${people.map(
    (each) =>
      html`<option value="${each.id}" ${each.id === chosen ? raw('selected') : ''}>${nameOf(each)}, ${each.state.title}</option>`,
  )}</select></label>`

const row = (person: Person, people: Person[], today: string) => {
  const { id, state, status } = person
  const manager = people.find((each) => each.id === state.managerId)
  const to = (what: string) => `/local/hr/desk/${id}/${what}`
  return html`<li><details><summary>${nameOf(person)}, ${state.title}<br><span class="quiet">${id} · ${state.email} · ${state.department} ·
${manager ? `reports to ${nameOf(manager)}` : 'reports to nobody'} · ${statusWords[status]}${state.endsOn ? ` · last day ${state.endsOn}` : ''}</span></summary>
<form action="${to('promote')}" method="post">${field('New title', 'title', 'text', state.title)}${field('Department', 'department', 'text', state.department)}${field('From', 'effectiveOn', 'date', today)}<button>Promote</button></form>
<form action="${to('manager')}" method="post">${managers(people, state.managerId)}${field('From', 'effectiveOn', 'date', today)}<button>Change manager</button></form>
${
  status === 'left'
    ? html`<form action="${to('rehire')}" method="post">${field('First day', 'hiredOn', 'date', today)}<button>Hire again</button></form>`
    : html`<form action="${to('leave')}" method="post">${field('Last day', 'endsOn', 'date', today)}<button>Let go</button></form>`
}</details></li>`
}

export const connectPage = (origin: string, connected: { vendor: string; url: string; id: string }[]) =>
  page(
    'Connect the sample HR system',
    html`<h1>Connect the sample HR system</h1>
<p>It plays ${Object.values(fakeVendors).length} HR systems at once. Connect as many as you like; all tell of the same employees.</p>
<ol><li>In the <a href="${origin}/connections">console</a> under HR systems, or with <code>POST /v1/connections</code>, connect one of the systems below with its values. Where a secret is asked for, enter the one below; where Pilotgate makes one, copy it.</li>
<li>Enter the address of the door that Pilotgate shows, and the secret, in the form here.</li>
<li>Hire, promote or let somebody go on the page <a href="/local/hr">Employees</a>, and look at the deliveries of the connection.</li></ol>
<form action="/local/hr/desk/subscribe" method="post"><label>System<select name="vendor">${Object.entries(fakeVendors).map(([name, { words }]) => html`<option value="${name}">${words}</option>`)}</select></label>
${field('Address of the door', 'url', 'url')}<label>Secret<input name="secret"></label><button>Connect</button></form>
<h2>Connected</h2>
${connected.length === 0 ? html`<p>Nothing yet.</p>` : connected.map(({ vendor, url, id }) => html`<form action="/local/hr/desk/${id}/unsubscribe" method="post"><span>${vendor} → ${shortened(url)}</span><button>Disconnect</button></form>`)}
<h2>Values to enter</h2>
${fakeVendorNames.map(valuesOf)}`,
  )

const valuesOf = (name: FakeVendorName) => {
  const { words, settings, credentials, secret }: FakeVendor = fakeVendors[name]
  return html`<h3>${words}</h3><dl><dt>vendor</dt><dd>${platformNameOf(name)}</dd>${Object.entries({ ...settings, ...credentials }).map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}
<dt>secret</dt><dd>${secret ?? 'the one that Pilotgate makes'}</dd></dl>`
}

/** The key of a door is as good as a password. */
const shortened = (url: string) => url.replace(/(\/doors\/.{8}).*$/, '$1…')

export const sentPage = (sent: readonly Sent[]) =>
  page(
    'What was sent',
    html`<h1>What was sent</h1>
${sent.length === 0 ? html`<p>Nothing since the start.</p>` : html`<table><thead><tr><th>When (UTC)</th><th>System</th><th>Event</th><th>Attempt</th><th>Answer</th></tr></thead><tbody>${sent.toReversed().map(line)}</tbody></table>`}`,
  )

const line = ({ at, vendor, type, attempt, status }: Sent) =>
  html`<tr><td>${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}</td><td>${vendor}</td><td>${type}</td><td>${attempt}</td><td>${status || 'none'}</td></tr>`
