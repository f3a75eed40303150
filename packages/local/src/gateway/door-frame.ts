import { html } from 'hono/html'

/** A sample person one can act as; `title` says what they are where `roles` (of the whole organisation) do not. */
export type DoorPerson = { email: string; name: string; roles: string[]; tenant: string; title?: string }

/** What a person is, in words; empty when nothing is known. */
export const partOf = ({ title, roles }: DoorPerson): string => title || roles.join(', ')

/** A program as the start page shows it; `nextDue` (ISO 8601) is the next moment at which something happens in it. */
export type DoorProgram = {
  programId: string
  name: string
  status: string
  currentGate?: string
  nextDue?: string
  zone: string
}

export type Page = ReturnType<typeof html>

/** The frame of every page of the door. */
export const page = (title: string, body: Page): Page => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title><link rel="stylesheet" href="/door/door.css"></head>
<body><p class="banner">This is a local run on virtual time.</p><main>${body}</main></body></html>`
