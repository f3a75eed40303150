import { event as anyEvent, type Event } from '@pilotgate/core/events'
import { platform } from '@pilotgate/core/program/actor'
import { shownDetails, toAuditLine, withheldDetails } from '@pilotgate/core/program/read-audit'
import { describe, expect, test } from 'vitest'

const shared = ['eventId', 'tenantId', 'programId', 'type', 'at', 'by']
const at = '2027-01-04T08:00:00Z'
const base = { eventId: '01E', tenantId: 'nordlicht', programId: '01P', at, by: '01A' }

describe('the audit', () => {
  test('has decided about every field of every event: to show it, or not to', () => {
    const fields = new Set(anyEvent.options.flatMap(({ shape }) => Object.keys(shape)))
    const decided = [...shared, ...shownDetails, ...withheldDetails]
    expect(decided.toSorted()).toEqual([...fields].toSorted())
  })

  test('tells who did what when, with ids and states', () => {
    const decided: Event = { ...base, type: 'gate.decided', gate: 'W12', round: 1, choice: 'pivot' }
    expect(toAuditLine(decided)).toEqual({
      eventId: '01E',
      type: 'gate.decided',
      at,
      by: '01A',
      details: { gate: 'W12', round: 1, choice: 'pivot' },
    })
    const consent: Event = {
      ...base,
      type: 'consent.changed',
      personId: '01A',
      granted: [],
      revoked: ['goals sharing'],
    }
    expect(toAuditLine(consent).details).toEqual({ personId: '01A', granted: [], revoked: ['goals sharing'] })
  })

  test.each<[string, Event, details: object]>([
    [
      'what a person answered',
      {
        ...base,
        type: 'response.recorded',
        responseId: '01R',
        revision: 1,
        instrument: 'baseline-360',
        subjectId: '01B',
        relation: 'peer',
        ratings: { q1: 2 },
      },
      { responseId: '01R', revision: 1, instrument: 'baseline-360', subjectId: '01B', relation: 'peer' },
    ],
    [
      'how somebody finds a pair',
      { ...base, type: 'match.checked', matchId: '01M', what: 'chemistry', fine: false },
      { matchId: '01M', what: 'chemistry' },
    ],
    [
      'why a pair was ended, in words',
      { ...base, type: 'match.withdrawn', matchId: '01M', because: 'They do not get along.' },
      { matchId: '01M' },
    ],
  ])('withholds %s', (_, event, details) => {
    expect(toAuditLine(anyEvent.parse(event)).details).toEqual(details)
  })

  test('does not tell who raised an escalation or a blocker, but that the platform did', () => {
    const raised: Event = { ...base, type: 'escalation.changed', escalationId: 'E.1', what: 'raised' }
    expect(toAuditLine(raised)).toEqual({
      eventId: '01E',
      type: 'escalation.changed',
      at,
      details: { escalationId: 'E.1', what: 'raised' },
    })
    expect(toAuditLine({ ...raised, by: platform }).by).toBe(platform)
    const blocked: Event = {
      ...base,
      type: 'blocker.changed',
      blockerId: 'B.1',
      revision: 1,
      systemic: true,
      raisedAt: at,
      status: 'open',
    }
    expect(toAuditLine(blocked)).not.toHaveProperty('by')
  })
})
