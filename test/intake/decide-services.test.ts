import type { FieldGroup, Purpose } from '@pilotgate/core/intake/consent'
import { decideConsented, decideServices } from '@pilotgate/core/intake/decide-services'
import { triggers } from '@pilotgate/core/intake/intake-form'
import { serviceDecision } from '@pilotgate/core/intake/intake-record'
import { describe, expect, it, test } from 'vitest'
import { completeAnswers } from './answers.ts'

type Trigger = (typeof triggers)[number]
const none = { confidentiality: false, context: false }
const differing = { confidentiality: true, context: true }
const decide = (named: Trigger[], { needs = none, free = 1, promotion = false } = {}) =>
  decideServices({ triggers: named, needs, promotion }, free)
/** `coach 1, mentor 2` */
const plan = (...args: Parameters<typeof decide>) =>
  decide(...args)
    .services.map(({ service, order }) => `${service} ${order}`)
    .join(', ')

describe('one trigger', () => {
  it.each([
    ['D1', 'performance gap', 'coach 1', '90 days'],
    ['D2', 'career transition', 'mentor 1', '9–12 months'],
    ['D3', 'behaviour shift', 'coach 1, mentor 2', '3–6 months'],
    ['D4', 'retention risk', 'coach 1, mentor 1', '9–12 months'],
    ['D5', 'behaviour and sponsorship', 'coach 1, mentor 2', '3–4 months'],
  ] as const)('%s: %s → %s', (_, trigger, expected, length) => {
    expect(plan([trigger])).toBe(expected)
    expect(decide([trigger]).services[0]!.length).toBe(length)
  })

  it('D2: a promotion as career goal counts as a path', () => {
    expect(plan([], { promotion: true })).toBe('mentor 1')
    expect(decide([], { promotion: true }).reasons[0]).toMatch(/promotion/)
  })

  it('D4: without a free coach the mentor starts alone, coaching follows', () => {
    expect(plan(['retention risk'], { free: 0 })).toBe('mentor 1, coach 2')
  })
})

describe('D5', () => {
  const both: Trigger[] = ['behaviour and sponsorship']
  it.each([
    [differing, 1, 'coach 1, mentor 1'],
    [differing, 0, 'coach 1, mentor 2'],
    [none, 9, 'coach 1, mentor 2'],
    [{ confidentiality: true, context: false }, 9, 'coach 1, mentor 2'],
    [{ confidentiality: false, context: true }, 9, 'coach 1, mentor 2'],
  ])('needs %j and %i free coaches: %s', (needs, free, expected) => {
    expect(plan(both, { needs, free })).toBe(expected)
    expect(plan(['performance gap', 'career transition'], { needs, free })).toBe(expected)
  })
})

describe('D6', () => {
  it.each([
    [none, ['either', 'either']],
    [{ confidentiality: true, context: false }, ['external', 'either']],
    [{ confidentiality: false, context: true }, ['either', 'internal']],
    [differing, ['external', 'internal']],
  ])('needs %j: coach and mentor are %j', (needs, expected) => {
    expect(decide(['behaviour shift'], { needs }).services.map(({ provider }) => provider)).toEqual(expected)
  })
})

test('names what the person said', () => {
  const project = { name: 'Atlas', businessKpi: 'release reliability', complexity: 3 }
  const { reasons } = decideServices(
    { triggers: ['performance gap', 'behaviour shift'], project, targetBehaviours: ['delegation'], needs: differing },
    1,
  )
  expect(reasons.join('\n')).toMatch(/"Atlas", measured by "release reliability"/)
  expect(reasons.join('\n')).toMatch(/\(delegation\)/)
  expect(reasons.join('\n')).toMatch(/external coach.*\n.*internal mentor/)
})

const subsets = Array.from({ length: 2 ** triggers.length }, (_, bits) =>
  triggers.filter((__, index) => bits & (1 << index)),
)
const every = subsets.flatMap((named) =>
  [none, differing, { confidentiality: true, context: false }, { confidentiality: false, context: true }].flatMap(
    (needs) => [0, 1].flatMap((free) => [true, false].map((promotion) => ({ named, needs, free, promotion }))),
  ),
)

test(`all ${every.length} combinations keep every rule`, () => {
  for (const { named, needs, free, promotion } of every) {
    const decision = decide(named, { needs, free, promotion })
    expect(serviceDecision.safeParse(decision).error).toBeUndefined()
    const order = Object.fromEntries(decision.services.map((each) => [each.service, each.order]))
    const has = (...some: Trigger[]) => some.some((each) => named.includes(each))
    const about = JSON.stringify({ named, needs, free, promotion, order })
    // Which services: D1, D3, D4, D5 call for a coach; D2 to D5 for a mentor.
    expect('coach' in order, about).toBe(
      has('performance gap', 'behaviour shift', 'retention risk', 'behaviour and sponsorship'),
    )
    expect('mentor' in order, about).toBe(
      promotion || has('career transition', 'behaviour shift', 'retention risk', 'behaviour and sponsorship'),
    )
    // One reason at least for each trigger, and the services in the order in which they start.
    expect(decision.reasons.length, about).toBeGreaterThanOrEqual(named.length)
    const orders = decision.services.map((each) => each.order)
    expect(orders, about).toEqual(orders.toSorted())
    if (orders.length > 0) expect(orders[0], about).toBe(1)
    if (!('coach' in order && 'mentor' in order)) continue
    if (has('retention risk')) expect(order, about).toEqual({ mentor: 1, coach: free ? 1 : 2 })
    else if (has('behaviour shift')) expect(order, about).toEqual({ coach: 1, mentor: 2 })
    else expect(order, about).toEqual({ coach: 1, mentor: needs.confidentiality && needs.context && free ? 1 : 2 })
  }
})

describe('consent (I3)', () => {
  const answers = completeAnswers({
    triggers: ['performance gap'],
    needs: differing,
    careerGoal: { words: 'Head of a plant', promotion: true },
  })
  const decided = (...groups: FieldGroup[]) =>
    decideConsented(answers, new Set(groups.map((group): `${FieldGroup} ${Purpose}` => `${group} matching`)), 1)

  it('decides nothing without the goals', () => expect(decided('needs', 'project', 'career')).toBeUndefined())
  it('does without what is not consented to', () => {
    const decision = decided('goals')!
    expect(decision.services).toMatchObject([{ service: 'coach', provider: 'either' }])
    expect(JSON.stringify(decision)).not.toMatch(/Atlas|promotion|onfiden/)
  })
  it('uses what is', () => {
    const decision = decided('goals', 'needs', 'project', 'career')!
    expect(decision.services).toMatchObject([
      { service: 'coach', provider: 'external' },
      { service: 'mentor', provider: 'internal' },
    ])
    expect(decision.reasons.join()).toMatch(/Atlas/)
  })
  it('counts consent for matching only', () => {
    expect(decideConsented(answers, new Set(['goals analytics', 'goals ai']), 1)).toBeUndefined()
  })
})
