import { event as anyEvent, type Event } from '@pilotgate/core/events'
import { platform } from '@pilotgate/core/program/actor'
import { eventCatalogue, isSent } from '@pilotgate/core/program/webhooks/event-catalogue'
import { keptEvents } from '@pilotgate/core/program/webhooks/kept-events'
import { toPayload } from '@pilotgate/core/program/webhooks/payload'
import { describe, expect, test } from 'vitest'
import { about, passed, start } from './world.ts'

describe('the catalogue', () => {
  test('has decided about every event: to send it, or to keep it with a reason', () => {
    const types = anyEvent.options.map(({ shape }) => shape.type.value)
    expect([...Object.keys(eventCatalogue), ...Object.keys(keptEvents)].toSorted()).toEqual(types.toSorted())
  })

  test('says of each in one sentence what it tells, or why it stays', () => {
    const sentences = [...Object.values(eventCatalogue), ...Object.values(keptEvents)]
    expect(sentences.filter((words) => !/^[A-Z].{12,}\.$/.test(words))).toEqual([])
    expect(new Set(Object.values(eventCatalogue)).size).toBe(Object.keys(eventCatalogue).length)
  })

  test.each(['notes.read', 'intake.read', 'response.recorded', 'person.changed', 'webhook.changed', 'toString'])(
    'does not have %s',
    (type) => expect(isSent(type)).toBe(false),
  )
})

describe('what is sent', () => {
  test('is what happened, when, where and by whom, and no organisation', () => {
    expect(toPayload(passed(1))).toEqual({
      type: 'gate.passed',
      timestamp: start,
      data: { programId: 'P1', by: 'ada', gate: 'W06', round: 1 },
    })
  })

  test.each<[string, Event, data: object]>([
    [
      'the words of whoever paused a program',
      { ...about(1), type: 'program.paused', reason: 'Ada is ill' },
      { programId: 'P1', by: 'ada' },
    ],
    [
      'what a pair speaks about, and how they rate it',
      {
        ...{ ...about(1), type: 'session.changed', sessionId: 'S1', engagementId: 'E1', revision: 2 },
        ...{ participantId: 'A', providerId: 'B', service: 'coach', startsAt: start, minutes: 60 },
        ...{ status: 'attended', sequence: 1, topics: ['conflict'], actionItems: 2, rating: 2 },
      },
      {
        ...{ programId: 'P1', by: 'ada', sessionId: 'S1', engagementId: 'E1', revision: 2, participantId: 'A' },
        ...{ providerId: 'B', service: 'coach', startsAt: start, minutes: 60, status: 'attended', sequence: 1 },
        actionItems: 2,
      },
    ],
    [
      'how somebody finds a pair',
      { ...about(1), type: 'match.checked', matchId: 'M1', what: 'chemistry', fine: false },
      { programId: 'P1', by: 'ada', matchId: 'M1', what: 'chemistry' },
    ],
    [
      'why a pair has ended',
      { ...about(1), type: 'match.ended', matchId: 'M1', because: 'They do not get along.' },
      { programId: 'P1', by: 'ada', matchId: 'M1' },
    ],
    [
      'why an engagement has ended',
      {
        ...{ ...about(1), type: 'engagement.changed', engagementId: 'E1', what: 'ended', revision: 3 },
        ...{
          participantId: 'A',
          providerId: 'B',
          service: 'coach',
          publishedAt: start,
          endedAt: start,
          endReason: 'withdrawn',
        },
      },
      {
        ...{ programId: 'P1', by: 'ada', engagementId: 'E1', what: 'ended', revision: 3, participantId: 'A' },
        ...{ providerId: 'B', service: 'coach', publishedAt: start, endedAt: start },
      },
    ],
    [
      'who raised an escalation',
      { ...about(1), type: 'escalation.changed', escalationId: 'X1', what: 'raised' },
      { programId: 'P1', escalationId: 'X1', what: 'raised' },
    ],
    [
      'the address of whoever acts for the organisation',
      { ...about(1, '-'), by: 'owner@nordlicht.example', type: 'member.left', personId: 'A', changeId: 'A.1' },
      { personId: 'A', changeId: 'A.1' },
    ],
  ])('is without %s', (_, event, data) => {
    expect(toPayload(anyEvent.parse(event) as Event).data).toEqual(data)
  })

  test('tells that the platform did it', () => {
    expect(toPayload({ ...passed(1), by: platform }).data.by).toBe('pilotgate')
  })
})
