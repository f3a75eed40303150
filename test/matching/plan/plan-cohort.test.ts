import { fieldGroupNames } from '@pilotgate/core/intake/consent'
import { planCohort } from '@pilotgate/core/matching/plan-cohort'
import { profiles } from '@pilotgate/core/matching/weights'
import { describe, expect, it } from 'vitest'
import { bothServices, consentTo, learner, provider, settings, week } from '../people.ts'

const wants = (personId: string, ...skillsWanted: string[]) => learner(personId, { answers: { skillsWanted } })
const knows = (personId: string, ...skills: string[]) => provider(personId, { skills })

describe('a plan for a cohort (M5)', () => {
  it('looks at everybody at once', () => {
    // Both fit Ada best; only Ben has a second choice worth having.
    const learners = [wants('a', 'SQL', 'Go'), wants('b', 'SQL', 'Rust')]
    const providers = [knows('ada', 'SQL', 'Go', 'Rust'), knows('bo', 'Rust')]
    const plan = planCohort({ learners, providers, settings, week, nameOf: (id) => id.toUpperCase() })
    expect(plan.proposals.map(({ participantId, providerId }) => [participantId, providerId])).toEqual([
      ['a', 'ada'],
      ['b', 'bo'],
    ])
    expect(plan).toMatchObject({ optimal: true, unmatched: [] })
    expect(plan.total).toBeCloseTo(
      plan.proposals.reduce((sum, { result }) => sum + result.score, 0),
      6,
    )
    expect(plan.proposals[1]!.alternatives).toEqual([
      {
        providerId: 'ada',
        score: 68.75,
        whyNot:
          'Scores 17.5 points higher. Better for the cohort: the only free place of ADA goes to others. This pair would cost the whole 17.5 points.',
      },
    ])
    expect(plan.proposals[0]!.alternatives[0]!.whyNot).toBe(
      'Scores 35 points lower, mostly on skills. Every place is taken in this plan, too.',
    )
  })

  it('gives somebody with both services a coach and a mentor', () => {
    const providers = [provider('coach', { service: 'coach' }), provider('mentor')]
    const { proposals } = planCohort({
      learners: [learner('a', { services: bothServices })],
      providers,
      settings,
      week,
    })
    expect(proposals.map(({ service, providerId, order }) => [service, providerId, order])).toEqual([
      ['coach', 'coach', 1],
      ['mentor', 'mentor', 2],
    ])
  })

  it('has fewer alternatives when asked', () => {
    const providers = ['p', 'q', 'r', 's', 't'].map((id) => provider(id))
    const count = (k?: number) =>
      planCohort({ learners: [learner('a')], providers, settings, week, k }).proposals[0]!.alternatives.length
    expect([count(), count(1), count(0), count(9)]).toEqual([3, 1, 0, 4])
  })

  it('prefers the kind of provider that was decided on, without changing the score (D6)', () => {
    const services = [{ ...bothServices[0]!, provider: 'external' as const }]
    const coach = (id: string, internal: boolean, skills: string[]) =>
      provider(id, { service: 'coach', internal, skills })
    const choose = (skills: string[]) =>
      planCohort({
        learners: [learner('a', { services })],
        providers: [coach('inside', true, skills), coach('outside', false, ['SQL'])],
        settings,
        week,
      }).proposals[0]!
    expect(choose(['SQL', 'Go'])).toMatchObject({ providerId: 'outside', result: { score: 42.5 } })
    expect(choose(['SQL', 'Go']).alternatives[0]).toMatchObject({
      score: 51.25,
      whyNot: 'Scores 8.75 points higher. An external coach is preferred here.',
    })
    expect(choose(['SQL', 'Go', 'Rust']).providerId).toBe('inside')
  })

  it('takes the profile of each participant', () => {
    const learners = [learner('a', { answers: { careerGoal: { words: 'Director', promotion: true } } })]
    const providers = [
      provider('technical', { skills: ['SQL', 'Go', 'Rust', 'Kafka'], sponsorship: { introductions: 0, actions: 0 } }),
      provider('sponsor', { skills: ['Java'], sponsorship: { introductions: 12, actions: 0 } }),
    ]
    const { proposals } = planCohort({ learners, providers, settings, week })
    expect(proposals[0]).toMatchObject({ providerId: 'sponsor', result: { profile: 'promotion' } })
  })
})

describe('people who stay without a match', () => {
  const whyOf = (input: Partial<Parameters<typeof planCohort>[0]>) =>
    planCohort({ learners: [learner('a')], providers: [], settings, week, ...input }).unmatched.map(({ why }) => why)

  it('an empty pool', () => {
    expect(whyOf({})).toEqual(['There is no mentor in the pool.'])
  })

  it('no participants at all', () => {
    expect(planCohort({ learners: [], providers: [provider('p')], settings, week })).toEqual({
      proposals: [],
      unmatched: [],
      total: 0,
      optimal: true,
    })
  })

  it('no consent', () => {
    expect(whyOf({ learners: [learner('a', { consent: consentTo() })], providers: [provider('p')] })).toEqual([
      'There is nothing to match on: consent to use goals or skills for matching is missing.',
    ])
  })

  it('no feasible pair: which rule excludes how many', () => {
    const providers = [
      provider('p', { free: 0 }),
      provider('q', { free: 0, languages: ['German'] }),
      provider('r', { languages: ['German'] }),
      provider('s', { status: 'suspended' }),
      provider('t'),
    ]
    expect(whyOf({ providers, pinned: { reserved: [], forbidden: [['a', 't']] } })).toEqual([
      'None of the 5 mentors can be matched: 1 has not passed the selection gate or is suspended; 2 have no free place; 1 shares no language; 1 is ruled out for this participant by a decision.',
    ])
  })

  it('everyone wants one mentor: as many as there are places, the others told who could', () => {
    const learners = ['a', 'b', 'c', 'd'].map((id) => learner(id))
    const plan = planCohort({ learners, providers: [provider('star', { free: 2 })], settings, week })
    expect(plan.proposals).toHaveLength(2)
    expect(plan.unmatched.map(({ why }) => why)).toEqual(
      Array(2).fill('All places that would fit are taken in this plan: star (51.25). One more place there would help.'),
    )
  })

  it('a score of 0 with "best-score", a proposal with "most-matched"', () => {
    const nothing = {
      skills: ['Java'],
      strengths: ['conflict' as const],
      sponsorship: { introductions: 0, actions: 0 },
    }
    const providers = [provider('p', { ...nothing, availability: [], outcomes: undefined })]
    expect(whyOf({ providers })).toEqual([expect.stringContaining('fits in nothing (score 0)')])
    const { proposals } = planCohort({
      learners: [learner('a')],
      providers,
      settings: { ...settings, objective: 'most-matched' },
      week,
    })
    expect(proposals).toMatchObject([{ providerId: 'p', result: { score: 0 } }])
  })
})

describe('objectives', () => {
  // One pair is worth more than two lesser ones.
  const learners = [wants('a', 'SQL'), wants('b', 'SQL')]
  const weights = { skills: 100, goals: 0, sponsorship: 0, availability: 0, success: 0 }
  const only = { profiles: { default: weights, promotion: weights, behaviour: weights } }
  const providers = [provider('p', { skills: ['SQL'] }), provider('q', { skills: ['Go'], conflicts: ['b'] })]

  it('"best-score" takes the highest total', () => {
    expect(planCohort({ learners, providers, settings: { ...only, objective: 'best-score' }, week })).toMatchObject({
      total: 100,
    })
  })

  it('"most-matched" places as many as possible first', () => {
    const plan = planCohort({ learners, providers, settings: { ...only, objective: 'most-matched' }, week })
    expect(plan.proposals.map(({ providerId }) => providerId)).toEqual(['q', 'p'])
    expect(plan.proposals[0]!.alternatives[0]!.whyNot).toContain(
      'With this pair somebody else would be left without a mentor.',
    )
  })
})

describe('pairs that people decided on', () => {
  const learners = [learner('a', { managerId: 'boss' }), learner('b')]
  const providers = [provider('p'), provider('q', { skills: [] }), provider('boss')]
  const plan = (reserved: [string, string][], forbidden: [string, string][] = []) =>
    planCohort({ learners, providers, settings, week, pinned: { reserved, forbidden } })

  it('are kept and left out', () => {
    const { proposals } = plan(
      [['a', 'q']],
      [
        ['b', 'p'],
        ['b', 'nobody'],
      ],
    )
    expect(proposals.map(({ providerId }) => providerId)).toEqual(['q', 'boss'])
    expect(proposals[0]!.alternatives[0]!.whyNot).toMatch(
      /^A person decided on the first choice; this one scores [\d.]+ points (higher|lower)\.$/,
    )
  })

  it.each<[string, [string, string][], [string, string][], string]>([
    ['an unknown provider', [['a', 'nobody']], [], 'gives no service'],
    ['an unknown participant', [['nobody', 'p']], [], 'gives no service'],
    ['a hard rule', [['a', 'boss']], [], "The mentor is the participant's manager."],
    ['forbidden, too', [['a', 'p']], [['a', 'p']], 'forbidden'],
    [
      'two mentors',
      [
        ['a', 'p'],
        ['a', 'q'],
      ],
      [],
      'another reserved mentor',
    ],
    [
      'too many',
      [
        ['a', 'p'],
        ['b', 'p'],
      ],
      [],
      'than places are free (1)',
    ],
  ])('are refused with the reason: %s', (_, reserved, forbidden, words) => {
    const problem = { field: `reserved.${reserved.length - 1}`, problem: expect.stringContaining(words) }
    expect(() => plan(reserved, forbidden)).toThrow(
      expect.objectContaining({ code: 'InvalidInput', problems: [problem] }),
    )
  })

  it('cannot be about the same person twice', () => {
    expect(() => planCohort({ learners: [learner('a'), learner('a')], providers, settings, week })).toThrow(
      /participant a is given twice/,
    )
    expect(() =>
      planCohort({ learners, providers: [provider('p'), provider('p', { service: 'coach' })], settings, week }),
    ).toThrow(/provider p is given twice/)
  })

  it('need usable weights', () => {
    const wrong = { ...settings, profiles: { ...profiles, promotion: { ...profiles.promotion, goals: Number.NaN } } }
    expect(() => planCohort({ learners, providers, settings: wrong, week })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'profiles.promotion.goals' })] }),
    )
  })
})

describe('who must approve (M6)', () => {
  const providers = [provider('p', { free: 20 })]
  const reviews = (learners: ReturnType<typeof learner>[]) =>
    planCohort({ learners, providers, settings, week }).proposals.map(({ review, impact }) => [review, impact])

  it('the program owner for the top 20 % by impact, a person for impact flags, the rest in bulk', () => {
    const learners = Array.from({ length: 10 }, (_, index) =>
      learner(`l${index}`, {
        answers: {
          seniority: index === 3 || index === 4 ? 5 : 2,
          impactFlags: index === 4 || index === 6 ? ['platform lead'] : [],
        },
      }),
    )
    const { proposals } = planCohort({ learners, providers, settings, week })
    const of = (id: string) => proposals.find(({ participantId }) => participantId === id)!
    expect(
      proposals.filter(({ review }) => review === 'program owner').map(({ participantId }) => participantId),
    ).toEqual(['l3', 'l4'])
    expect(of('l4').reviewReason).toBe(
      'Among the top 20 % of the cohort by impact (70 of 100). Impact flags: platform lead.',
    )
    expect(of('l6')).toMatchObject({ review: 'manual', reviewReason: 'Impact flags: platform lead.' })
    expect(of('l0')).toMatchObject({ review: 'bulk', impact: 28 })
  })

  it('counts the whole program when only some are planned', () => {
    const all = Array.from({ length: 5 }, (_, index) => learner(`l${index}`, { answers: { seniority: index + 1 } }))
    const { proposals } = planCohort({ learners: all.slice(0, 1), cohort: all, providers, settings, week })
    expect(proposals[0]!.review).toBe('bulk')
  })

  it.each([
    ['impact', 'Impact flags may not be used'],
    ['languages', 'a common language'],
    ['availability', 'an hour a week when both are free'],
  ])('a person when there is no consent for %s', (group, words) => {
    const consent = consentTo(...fieldGroupNames.filter((each) => each !== group))
    const high = learner('a', { answers: { seniority: 5, project: { name: 'x', businessKpi: 'y', complexity: 5 } } })
    const { proposals } = planCohort({ learners: [high, learner('b', { consent })], providers, settings, week })
    expect(proposals[1]).toMatchObject({ review: 'manual', reviewReason: expect.stringContaining(words) })
  })

  it('reads impact only from fields with consent', () => {
    const flagged = { seniority: 5, impactFlags: ['platform lead' as const, 'c-suite adjacent' as const] }
    const all = learner('a', { answers: { ...flagged, project: { name: 'x', businessKpi: 'y', complexity: 5 } } })
    const none = learner('b', { answers: flagged, consent: consentTo('goals') })
    expect(reviews([all, none]).map(([, impact]) => impact)).toEqual([100, 0])
  })
})

describe('featured mentors (M11)', () => {
  it('stand first among the alternatives of at most as many people as they have places', () => {
    const learners = ['a', 'b', 'c', 'd'].map((id) => learner(id))
    const star = provider('star', { featured: true, skills: ['SQL', 'Go', 'Rust'], free: 1 })
    const providers = [star, provider('p', { free: 3 }), provider('q', { free: 3, skills: ['SQL'] })]
    const { proposals } = planCohort({ learners, providers, settings, week })
    const without = proposals.filter(({ providerId }) => providerId !== 'star')
    expect(without).toHaveLength(3)
    expect(without.map(({ alternatives }) => alternatives.map(({ providerId }) => providerId))).toEqual([
      ['star', 'q'],
      ['q', 'star'],
      ['q', 'star'],
    ])
    expect(without[1]!.alternatives[1]!.whyNot).toContain('Named later because many would see the same person first.')
  })
})
