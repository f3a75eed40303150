import { messages } from '@pilotgate/emails/index'
import { longestSubject, type Message, render } from '@pilotgate/emails/message'
import { describe, expect, it } from 'vitest'
import { visibleHtml, visibleText } from './visible.ts'

type Data = Record<string, unknown>
const all = Object.entries(messages) as [string, Message][]
const sampleOf = (message: Message): Data => ({ ...(message.sample as Data) })

/** Changes every string in a sample for which `change` gives another. */
const withStrings = (value: unknown, change: (text: string, field: string) => string, field = ''): unknown => {
  if (typeof value === 'string') return change(value, field)
  if (Array.isArray(value)) return value.map((item) => withStrings(item, change, field))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withStrings(item, change, key)]))
}

const freeFields =
  /^(\w+Name|gate|title|value|reasons?|work|passWhen|why|what|name|otherwise|request|headline|missing|by|decidedBy|plan|item|timeline|budget|result|step|pathTitle|organisation|relation|dimensions|words|because|action|turnTo)$/

const sampleWith = (message: Message, text: string): never =>
  withStrings(message.sample, (value, field) => (freeFields.test(field) ? text : value)) as never

const withoutOptional = (message: Message): never => {
  const kept = Object.entries(sampleOf(message)).filter(([key]) => {
    const { [key]: _, ...rest } = sampleOf(message)
    return !message.schema.safeParse(rest).success
  })
  return Object.fromEntries(kept) as never
}

const emptied = (message: Message): never => {
  const sample = { ...(withoutOptional(message) as Data) }
  for (const [key, value] of Object.entries(sample)) {
    if (Array.isArray(value) && message.schema.safeParse({ ...sample, [key]: [] }).success) sample[key] = []
  }
  return sample as never
}

it('has one entry for each kind, under its own name', () => {
  expect(all.map(([, { kind }]) => kind)).toEqual(Object.keys(messages))
})

describe.each(all)('%s', (_, message) => {
  const cases = {
    sample: message.sample as never,
    'only what is required': withoutOptional(message),
    'empty lists': emptied(message),
  }

  it.each(Object.entries(cases))('says the same in HTML and text: %s', (_, data) => {
    const mail = render(message, data)
    const html = visibleHtml(mail.html)
    for (const piece of html.pieces) expect(visibleText(mail.text)).toContain(piece)
    for (const line of visibleText(mail.text)
      .split('\n')
      .filter((line) => line !== ''))
      expect([...html.pieces, ...html.hrefs, ...html.facts].join('\n')).toContain(line)
    for (const href of html.hrefs) expect(mail.text.split('\n').map((line) => line.trim())).toContain(href)
    expect(html.hrefs.length).toBeGreaterThan(0)
  })

  it.each(Object.entries(cases))('leaves no hole in its words: %s', (_, data) => {
    const mail = render(message, data)
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object |\$\{|\{\{|Promise/)
    }
    expect(mail.text).not.toMatch(/\.\.|[.!?];|: $|\(\)/m)
  })

  it('tells everything it was told', () => {
    const { text, subject } = render(message, message.sample)
    const skipped =
      /^(zone|recipientRoles|role|status|rag|authority|decides|kind|outcome|choices)$|(At|On|By|[Uu]ntil)$|^at$/
    withStrings(message.sample, (value, field) => {
      if (!skipped.test(field)) {
        const told = `${text}\n${subject}`.toLowerCase().replace(/\n {2}/g, '\n')
        expect(told, field).toContain(value.toLowerCase())
      }
      return value
    })
  })

  it('has a subject of one line and at most 78 characters, for long names too', () => {
    const long = sampleWith(message, 'Überaus langer Name mit 👩‍💼 und mehr '.repeat(20))
    for (const data of [message.sample as never, long, sampleWith(message, 'x'.repeat(500))]) {
      const { subject } = render(message, data)
      expect(Array.from(subject).length).toBeLessThanOrEqual(longestSubject)
      expect(Array.from(subject).length).toBeGreaterThan(10)
      expect(subject.isWellFormed()).toBe(true)
    }
  })

  it('lets nobody add a header or a paragraph with a line break in a name', () => {
    const mail = render(message, sampleWith(message, 'Eve\r\nBcc: all@example.com\n\n\u2028\u202Edecide\u0000 here'))
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202E]/u)
    expect(mail.text).not.toMatch(/^(Bcc|here)/m)
    expect(mail.text + mail.html).not.toMatch(/[\u202E\u2028]|(?!\n)\p{Cc}/u)
  })

  it('escapes hostile names', () => {
    const hostile = `<script>alert("1")</script><img src=x onerror='x'>&amp;</td>`
    const plain = render(message, sampleWith(message, 'a plain name')).html
    const { html } = render(message, sampleWith(message, hostile))
    expect(html).not.toMatch(/<script|<img/i)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('&amp;amp;')
    const tags = (page: string) => page.match(/<\/?[a-z][^>]*>/gi)?.length
    expect(tags(html)).toBe(tags(plain))
  })

  it('shows its dates in the zone it is given', () => {
    const { zone, ...rest } = sampleOf(message)
    expect(zone).toBe('Europe/Berlin')
    const tokyo = render(message, { ...rest, zone: 'Asia/Tokyo' } as never)
    expect(tokyo.text).not.toContain('Europe/Berlin')
    if (render(message, message.sample).text.includes('(Europe/Berlin)')) expect(tokyo.text).toContain('(Asia/Tokyo)')
  })

  it('says who sends it and why the reader gets it', () => {
    const { text, html, subject } = render(message, message.sample)
    if ('programName' in sampleOf(message)) {
      expect(text).toContain('Sent for the program Leadership pilot 2027 of Northwind Logistics.')
      expect(text).toMatch(/because (of your role in the program: [a-z]|you were named as a referee)/)
      return
    }
    if ('recipientRoles' in sampleOf(message)) {
      expect(text).toContain('Sent for Northwind Logistics.\nYou get this mail because of your role: program owner.')
      return
    }
    // A neutral mail: its reader's colleagues may see it, too.
    expect(text).toContain('Sent for Northwind Logistics.\nYou get this mail because you take part.')
    expect(text + html + subject).not.toMatch(/program|coach|mentor/i)
  })

  it('is laid out for a phone and for screen readers', () => {
    const { html } = render(message, message.sample)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('max-width:600px')
    expect(html.match(/<h1 /g)).toHaveLength(1)
    for (const [, size] of html.matchAll(/font-size:(\d+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(16)
    for (const [table] of html.matchAll(/<table[^>]*>(?!\s*<tr><th)/g)) expect(table).toContain('role="presentation"')
    expect(html).not.toMatch(/<form|<script|<link|src=/)
  })

  it('refuses data that lack a field, and names it', () => {
    for (const key of Object.keys(withoutOptional(message))) {
      const { [key]: _, ...rest } = sampleOf(message)
      expect(() => render(message, rest as never)).toThrow(
        expect.objectContaining({ code: 'InvalidInput', problems: [expect.objectContaining({ field: key })] }),
      )
    }
  })

  it('refuses anything it has no field for, such as session notes', () => {
    expect(() => render(message, { ...sampleOf(message), sessionNotes: 'private' } as never)).toThrow(/sessionNotes/)
  })
})
