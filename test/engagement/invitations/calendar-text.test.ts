import { feedCalendar, invitationCalendar } from '@pilotgate/emails/engagement/session-calendar'
import { oneLine } from '@pilotgate/emails/words'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'

const source = {
  organiser: { name: 'Pilotgate', address: 'program@mail.example.org', domain: 'mail.example.org' },
  href: 'https://pilotgate.example.org/a,b;c',
  now: '2027-02-01T08:00:00.000Z',
}
const entry = {
  uid: `session-${'x'.repeat(120)}@mail.example.org`,
  session: { startsAt: '2027-03-28T00:30:00.000Z', minutes: 90, sequence: 3, status: 'scheduled' as const },
}
const lines = (text: string) => text.split('\r\n')
const octets = (line: string) => new TextEncoder().encode(line).length

it('has lines of at most 75 octets that end with CRLF, and keeps any name whole', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }).filter((text) => /\S/.test(text))
  fc.assert(
    fc.property(name, (given) => {
      const text = invitationCalendar('REQUEST', entry, [{ name: `A${given}Z`, email: 'a.b@example.com' }], source)
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of lines(text)) expect(octets(line)).toBeLessThanOrEqual(75)
      const event = ICAL.Component.fromString(text).getFirstSubcomponent('vevent')!
      const attendee = event.getFirstProperty('attendee')!
      expect(String(attendee.getFirstValue())).toMatch(/^mailto:a\.b@example\.com$/i)
      expect(attendee.getParameter('cn')).toBe(oneLine(`A${given}Z`))
      expect(event.getAllProperties('attendee')).toHaveLength(1)
    }),
  )
})

it.each([
  ['"Ana", the boss; Müller'],
  ['Back\\slash ^caret'],
  ['Zoë 👩‍💼 Ωmega'],
  ['Line\r\nATTENDEE:mailto:eve@example.com'],
])('says the name %j as it is, on one line', (name) => {
  const text = invitationCalendar('CANCEL', entry, [{ name, email: 'a@example.com' }], source)
  const attendees = ICAL.Component.fromString(text).getFirstSubcomponent('vevent')!.getAllProperties('attendee')
  expect(attendees.map((each) => each.getParameter('cn'))).toEqual([name.replace('\r\n', ' ')])
})

it('says moments in UTC, so that it needs no VTIMEZONE, also across the night of a clock change', () => {
  const text = invitationCalendar('REQUEST', entry, [], source)
  expect(lines(text)).toEqual(
    expect.arrayContaining([
      'DTSTART:20270328T003000Z',
      'DTEND:20270328T020000Z',
      'DTSTAMP:20270201T080000Z',
      'SEQUENCE:3',
    ]),
  )
  expect(text).not.toMatch(/TZID|VTIMEZONE/)
  const event = ICAL.Component.fromString(text).getFirstSubcomponent('vevent')!
  expect(event.getFirstPropertyValue('description')).toContain(source.href)
  expect(event.getFirstPropertyValue('uid')).toBe(entry.uid)
})

it('is read by an independent parser as the VCALENDAR it has to be', () => {
  const cancelled = { ...entry, session: { ...entry.session, status: 'cancelled' as const } }
  for (const method of ['REQUEST', 'CANCEL'] as const) {
    const object = ICAL.Component.fromString(invitationCalendar(method, cancelled, [], source))
    const values = ['version', 'calscale', 'method', 'prodid'].map((name) => object.getFirstPropertyValue(name))
    expect(values).toEqual(['2.0', 'GREGORIAN', method, '-//Pilotgate//Development sessions//EN'])
    expect(object.getFirstSubcomponent('vevent')!.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(object.getFirstSubcomponent('vevent')!.getFirstProperty('method')).toBeNull()
  }
})

it('as a feed asks nobody, and says how often to look again', () => {
  const text = feedCalendar([entry, { ...entry, uid: 'session-y@mail.example.org' }], source)
  const object = ICAL.Component.fromString(text)
  expect(object.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(String(object.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
  const events = object.getAllSubcomponents('vevent')
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(Array(2).fill('Development session'))
  expect(text).not.toMatch(/ATTENDEE|PARTSTAT/)
  expect(ICAL.Component.fromString(feedCalendar([], source)).getAllSubcomponents()).toEqual([])
})
