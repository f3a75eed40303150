import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Person } from './people.ts'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif } body { max-width: 36rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem } ul { list-style: none; padding: 0 }
button { font: inherit; width: 100%; text-align: left; padding: .6rem .8rem; margin-bottom: .4rem; cursor: pointer }
.quiet { opacity: .75; font-size: .9rem }`

/**
 * What the sign-in pages may do. No `form-action`: browsers apply it to the redirects after the form too, and those lead
 * to the console's own address.
 */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`

const page = (title: string, body: ReturnType<typeof html>) =>
  String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${raw(`<style>${STYLE}</style>`)}</head><body>${body}</body></html>`)

/** The page where one picks the sample person to act as. */
export function choosePage(people: Person[]): string {
  const tenants = [...new Set(people.map(({ tenant }) => tenant))].sort()
  return page(
    'Act as a sample person',
    html`<h1>Who do you want to be?</h1>
<p>This Pilotgate runs on your own machine with sample people. Pick one to act as; there is no password.</p>
${tenants.length ? '' : html`<p>There are no sample people yet. Load the sample data, then reload this page.</p>`}
<form method="post">${tenants.map(
      (tenant) =>
        html`<h2>${tenant}</h2><ul>${people
          .filter((person) => person.tenant === tenant)
          .map(
            ({ email, name, title, roles }) =>
              html`<li><button name="email" value="${email}"><strong>${name}</strong>${title ? `, ${title}` : ''}<br><span class="quiet">${[email, ...roles].join(' · ')}</span></button></li>`,
          )}</ul>`,
    )}</form>`,
  )
}

/** The page that asks whether one wants to sign out. @param form the provider's own form, which the button sends */
export const signOutPage = (form: string): string =>
  page(
    'Sign out',
    html`<h1>Sign out?</h1>${raw(form)}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></p>
<p><a href="/">Stay signed in</a></p>`,
  )

export const problemPage = (text: string): string =>
  page(
    'Sign-in',
    html`<h1>That did not work</h1><p>${text}</p><p><a href="/">Go to the start page and sign in again</a></p>`,
  )
