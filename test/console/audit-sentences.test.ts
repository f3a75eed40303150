import { event } from '@pilotgate/core/events'
import { expect, test } from 'vitest'
import type { AuditLine } from '../../packages/console/src/gates/audit/details.ts'
import { groupOf, organisationGroups, programGroups } from '../../packages/console/src/gates/audit/event-groups.ts'
import { eventInWords } from '../../packages/console/src/gates/audit/event-in-words.ts'

const types = event.options.map(({ shape }) => shape.type.value)
const names: Record<string, string> = { P1: 'Thea Adler', C1: 'BambooHR', W1: 'https://example.com/in' }
const reader = { nameOf: (id: string) => names[id] ?? id, zone: 'Europe/Berlin' }
const line = (type: string, details: AuditLine['details'] = {}): AuditLine => ({
  eventId: 'E1',
  type,
  at: '2027-04-02T14:00:00.000Z',
  details,
})

const pair = 'P1.R001.coach'
const someone = {
  personId: 'P1',
  participantId: 'P1',
  matchId: pair,
  engagementId: pair,
  sessionId: pair,
  on: '2027-01-04',
  wakesAt: '2027-01-31T23:00:00.000Z',
}

test.each(types)('%s belongs to a group and has words of its own', (type) => {
  expect(groupOf(type)).not.toBe('Other')
  const byName = `${type.replace('.', ': ').replaceAll('-', ' ')}.`
  const words = eventInWords(line(type, someone), reader)
  expect(words).toMatch(/^[A-Z].* /)
  expect(words.toLowerCase()).not.toBe(byName)
})

test('people are told by name', () => {
  expect(eventInWords(line('intake.submitted', { personId: 'P1' }), reader)).toBe(
    'The intake of Thea Adler was submitted.',
  )
  expect(eventInWords(line('match.approved', { matchId: 'P1.R001.coach' }), reader)).toBe(
    'A match of Thea Adler was approved.',
  )
})

const ofTheOrganisation: [string, AuditLine['details'], string][] = [
  ['connection.changed', { connectionId: 'C1', fields: ['created'] }, 'The connection "BambooHR" was set up.'],
  [
    'connection.changed',
    { connectionId: 'C1', fields: ['zone', 'credentials'] },
    'The connection "BambooHR" was changed: time zone, credentials.',
  ],
  ['connection.changed', { connectionId: 'C9', fields: ['removed'] }, 'The connection C9 was removed.'],
  [
    'connection.troubled',
    { connectionId: 'C1', deliveryId: 'D1' },
    'A delivery to the connection "BambooHR" could not be used.',
  ],
  [
    'webhook.changed',
    { webhookId: 'W1', fields: ['url', 'programIds', 'status'] },
    'The webhook "https://example.com/in" was changed: address, programs, on or off.',
  ],
  [
    'employee.waiting',
    { connectionId: 'C1', employeeId: '100', wakesAt: '2027-01-31T23:00:00.000Z' },
    'A change of employee 100 in "BambooHR" waits until Mon 1 Feb 2027, 00:00 (Europe/Berlin).',
  ],
  [
    'person.changed',
    { personId: 'P1', changeId: 'H1', kinds: ['role_changed', 'terminated'], on: '2027-01-04' },
    'The HR system told of Thea Adler, as of Mon 4 Jan 2027: new role, left the organisation.',
  ],
]

test.each(ofTheOrganisation)('%s of the organisation is told in plain words: %o', (type, details, sentence) => {
  expect(eventInWords(line(type, details), reader)).toBe(sentence)
  expect(organisationGroups).toContain(groupOf(type))
})

test('every event is about something that one of the two audits offers', () => {
  const offered = [...programGroups, ...organisationGroups]
  expect(types.filter((type) => !offered.includes(groupOf(type)))).toEqual([])
  expect(programGroups).not.toContain('Webhooks')
})

test('an event of a kind that is not known yet is told by its name', () => {
  expect(eventInWords(line('peer-circle.held'), reader)).toBe('Peer circle: held.')
  expect(groupOf('peer-circle.held')).toBe('Other')
})
