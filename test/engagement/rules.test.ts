import { clauseNames } from '@pilotgate/core/engagement/agreement/agreement-record'
import { workingAgreement } from '@pilotgate/core/engagement/agreement/documents/working-agreement'
import { charterDocuments } from '@pilotgate/core/engagement/agreement/engagement-documents'
import { cadenceOf, cadences } from '@pilotgate/core/engagement/cadences'
import type { EngagementRecord } from '@pilotgate/core/engagement/engagement-record'
import { type KickoffFacts, kickoffItems } from '@pilotgate/core/engagement/kickoff/kickoff-items'
import { endsAt, nextLookAt, reviewDueAt } from '@pilotgate/core/engagement/looks/next-look'
import { stallStep, stallsAt } from '@pilotgate/core/engagement/looks/stalled'
import type { Program } from '@pilotgate/core/program/program'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const day = 24 * 60 * 60 * 1000
const start = '2027-01-25T08:00:00.000Z'
const on = (days: number) => new Date(Date.parse(start) + days * day).toISOString()
const clock: Pick<Program, 'zone' | 'history'> = { zone: 'UTC', history: [] }

const engagement = (more: Partial<EngagementRecord> = {}, kind: keyof typeof cadences = 'coach'): EngagementRecord => ({
  ...{ tenantId: 't', scope: 'p', id: 'ana.R001.coach', version: 1, participantId: 'ana', providerId: 'vera' },
  service: kind === 'mentor' ? 'mentor' : 'coach',
  mentorCoach: kind === 'mentor coach',
  status: 'active',
  cadence: cadenceOf(
    { service: kind === 'mentor' ? 'mentor' : 'coach', mentorCoach: kind === 'mentor coach' },
    start,
    'UTC',
  ),
  ...{ publishedAt: start, kickedOffAt: start, blocks: [], upcoming: [], sessionsMade: 0 },
  ...{ reviews: [], guidance: [], reminders: 0 },
  ...more,
})

test.each([
  ['coach', { everyDays: 14, minutes: 60, sessions: 10, reviewEveryDays: 35, endsOn: '2027-05-24' }],
  ['mentor', { everyDays: 30, minutes: 60, sessions: 10, reviewEveryDays: 91, endsOn: '2027-11-21' }],
  ['mentor coach', { everyDays: 7, minutes: 60, sessions: 12, reviewEveryDays: 30, endsOn: '2027-04-25' }],
] as const)('the cadence of a %s', (kind, cadence) => expect(engagement({}, kind).cadence).toEqual(cadence))

test('the last day is local: published before midnight in New York, it counts from that day', () => {
  const late = '2027-01-26T03:00:00.000Z'
  expect(cadenceOf({ service: 'coach', mentorCoach: false }, late, 'America/New_York').endsOn).toBe('2027-05-24')
  expect(cadenceOf({ service: 'coach', mentorCoach: false }, late, 'Europe/Berlin').endsOn).toBe('2027-05-25')
})

describe('the working agreement', () => {
  const goals = [
    { behaviour: 'Delegate', situation: 'in planning', measure: '4 of 5', date: '2027-06-30', baseline: '1 of 5' },
  ]
  it('has eight clauses for mentors, and no sponsor actions for coaches', () => {
    expect(Object.keys(workingAgreement(engagement({}, 'mentor'), goals))).toEqual([...clauseNames])
    expect(Object.keys(workingAgreement(engagement(), goals))).toEqual(
      clauseNames.filter((each) => each !== 'sponsor actions'),
    )
  })
  it('is filled in from cadence and goals, as far as they may be used', () => {
    const { scope, 'success criteria': success, 'cadence and format': meets } = workingAgreement(engagement(), goals)
    expect([scope, success, meets].join('\n')).toMatchInlineSnapshot(`
      "The coach helps the participant to change what they do at work; they do not advise on the subject, evaluate or treat. You work on: Delegate (in planning).
      By 2027-06-30: 4 of 5. Today: 1 of 5.
      You meet every 14 days for 60 minutes, 10 sessions in all, until 2027-05-24. Whoever cannot come moves the session the day before at the latest. Every 35 days you look at whether it helps and whether to go on."
    `)
    const without = Object.values(workingAgreement(engagement(), [])).join('\n')
    expect(without).not.toContain('Delegate')
    expect(without).toContain('you write down in the first session')
  })
  it('comes with a charter and a data-access agreement in versions', () => {
    for (const { version, paragraphs } of Object.values(charterDocuments)) {
      expect(version).toBeGreaterThanOrEqual(1)
      expect(paragraphs.length).toBeGreaterThanOrEqual(7)
    }
  })
})

describe('the six items of the kickoff (E1)', () => {
  const all: KickoffFacts = {
    ...{ intakeSubmitted: true, goalsWithBaseline: true, baselineAnswered: false },
    ...{ unsigned: [], owners: ['Olga'], consentChosen: true },
  }
  const blocks = [on(1), on(15), on(29)]
  const missing = (facts: Partial<KickoffFacts>, more: Partial<EngagementRecord> = {}) =>
    kickoffItems(engagement({ agreement: 1, blocks, ...more }), { ...all, ...facts }, start)
      .filter(({ done }) => !done)
      .map(({ item, missing: why }) => `${item}: ${why}`)
  it('are there', () => expect(missing({})).toEqual([]))
  it.each<[string, Partial<KickoffFacts>, Partial<EngagementRecord>, string]>([
    ['intake', { intakeSubmitted: false }, {}, 'intake with measurable goals: The participant has not'],
    ['agreement', { unsigned: ['Ana'] }, { agreement: undefined }, 'signed working agreement: Not signed yet by Ana.'],
    ['baseline', { goalsWithBaseline: false }, {}, 'baseline: Neither'],
    ['no blocks', {}, { blocks: [] }, 'calendar blocks: Three starts'],
    ['two blocks', {}, { blocks: blocks.slice(1) }, 'calendar blocks: Three starts'],
    ['a past block', {}, { blocks: [on(-1), on(1), on(2)] }, 'calendar blocks: An intended start has passed.'],
    ['owner', { owners: [] }, {}, 'program owner contact: The program has no active owner'],
    ['consent', { consentChosen: false }, {}, 'data consent: The participant has not chosen'],
  ])('name what is missing: %s', (_, facts, more, words) => {
    const found = missing(facts, more)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
  })
  it('take a 360 in the place of goals with a baseline', () =>
    expect(missing({ goalsWithBaseline: false, baselineAnswered: true })).toEqual([]))
  it('stay signed while a newer version waits', () => expect(missing({ unsigned: ['Ana', 'Vera'] })).toEqual([]))
})

describe('a pair that does not meet (E7)', () => {
  it.each<[string, Partial<EngagementRecord>, number | undefined]>([
    ['since the kickoff', {}, 28],
    ['since the last session', { lastHeldAt: on(10) }, 38],
    ['not before the kickoff', { status: 'preparing', kickedOffAt: undefined }, undefined],
    ['not when it is closing', { status: 'closing' }, undefined],
  ])('has stalled after two cadences %s', (_, more, days) =>
    expect(stallsAt(engagement(more), clock)).toBe(days === undefined ? undefined : on(days)),
  )
  it('has the days of a pause back', () => {
    const history = [{ action: 'resume' as const, reason: 'On', by: 'olga', at: on(40) }]
    expect(stallsAt(engagement({ lastHeldAt: on(10) }), { ...clock, history })).toBe(on(68))
  })
  it.each<[number, Partial<EngagementRecord>, string]>([
    [27, {}, 'none'],
    [28, {}, 'nudge'],
    [30, { nudgedAt: on(28) }, 'none'],
    [42, { nudgedAt: on(28) }, 'escalate'],
    [60, { nudgedAt: on(28), escalatedAt: on(42) }, 'none'],
    [43, { nudgedAt: on(28), escalatedAt: on(42), lastHeldAt: on(40) }, 'recovered'],
  ])('on day %i', (days, more, step) => expect(stallStep(engagement(more), clock, on(days))).toBe(step))
})

describe('when the machine looks again', () => {
  const healthy = (kind: keyof typeof cadences, weeks: number) => {
    let pair = engagement({}, kind)
    const looks: string[] = []
    const end = endsAt(pair, 'UTC')
    for (let now = on(0); now < on(weeks * 7) && now < end; ) {
      now = nextLookAt(pair, clock, now)
      looks.push(now)
      const held = Math.floor((Date.parse(now) - Date.parse(start)) / day / pair.cadence.everyDays)
      pair = { ...pair, lastHeldAt: on(held * pair.cadence.everyDays) }
      if (reviewDueAt(pair, 'UTC') <= now) pair = { ...pair, reviewAskedAt: now }
    }
    return looks
  }
  it.each(Object.keys(cadences) as (keyof typeof cadences)[])(
    'a healthy %s costs eight looks in 24 weeks at most',
    (kind) => expect(healthy(kind, 24).length).toBeLessThanOrEqual(8),
  )
  it('lies ahead, within 45 days, and at the end at the latest, whatever happened before', () => {
    const at = fc.integer({ min: 0, max: 110 }).map(on)
    const some = fc.record({ lastHeldAt: at, nudgedAt: at, escalatedAt: at, reviewAskedAt: at }, { requiredKeys: [] })
    fc.assert(
      fc.property(some, fc.integer({ min: 110, max: 118 }), (more, days) => {
        const now = on(days)
        // The end comes before the next look is reckoned; a review that is due has been asked for.
        const pair = engagement({ ...more, reviewAskedAt: more.reviewAskedAt ?? now })
        const asked = reviewDueAt(pair, 'UTC') <= now ? { ...pair, reviewAskedAt: now } : pair
        const next = nextLookAt(asked, clock, now)
        expect(next > now).toBe(true)
        expect(next <= endsAt(asked, 'UTC')).toBe(true)
      }),
    )
  })
})
