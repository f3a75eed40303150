import { event } from '@pilotgate/core/events'
import { expect, test } from 'vitest'
import type { AuditLine } from '../../packages/console/src/gates/audit/details.ts'
import { groupOf } from '../../packages/console/src/gates/audit/event-groups.ts'
import { eventInWords } from '../../packages/console/src/gates/audit/event-in-words.ts'

const types = event.options.map(({ shape }) => shape.type.value)
const nameOf = (id: string) => (id === 'P1' ? 'Thea Adler' : id)
const line = (type: string, details: AuditLine['details'] = {}): AuditLine => ({
  eventId: 'E1',
  type,
  at: '2027-04-02T14:00:00.000Z',
  details,
})

const pair = 'P1.R001.coach'
const someone = { personId: 'P1', participantId: 'P1', matchId: pair, engagementId: pair, sessionId: pair }

test.each(types)('%s belongs to a group and has words of its own', (type) => {
  expect(groupOf(type)).not.toBe('Other')
  const byName = `${type.replace('.', ': ').replaceAll('-', ' ')}.`
  const words = eventInWords(line(type, someone), nameOf)
  expect(words).toMatch(/^[A-Z].* /)
  expect(words.toLowerCase()).not.toBe(byName)
})

test('people are told by name', () => {
  expect(eventInWords(line('intake.submitted', { personId: 'P1' }), nameOf)).toBe(
    'The intake of Thea Adler was submitted.',
  )
  expect(eventInWords(line('match.approved', { matchId: 'P1.R001.coach' }), nameOf)).toBe(
    'A match of Thea Adler was approved.',
  )
})

test('an event of a kind that is not known yet is told by its name', () => {
  expect(eventInWords(line('peer-circle.held'), nameOf)).toBe('Peer circle: held.')
  expect(groupOf('peer-circle.held')).toBe('Other')
})
