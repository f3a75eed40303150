import { fieldGroupNames } from '@pilotgate/core/intake/consent'
import type { Learner } from '@pilotgate/core/matching/cohort'
import { matchScore } from '@pilotgate/core/matching/match-record'
import { profileFor } from '@pilotgate/core/matching/score/profile-for'
import { scorePair } from '@pilotgate/core/matching/score/score-pair'
import { type ProfileName, profiles, type Weights } from '@pilotgate/core/matching/weights'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLearner, anyProvider, consentTo, learner, provider, week } from '../people.ts'

const byDefault = { profile: 'default', weights: profiles.default, week } as const
const hundred = (points: number) => Math.round(points * 100)
const anyWeights = fc
  .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 10_000 })))
  .map((cuts): Weights => {
    const [a, b, c, d] = cuts.toSorted((x, y) => x - y) as [number, number, number, number]
    const parts = [a, b - a, c - b, d - c].map((part) => part / 100) as [number, number, number, number]
    const [skills, goals, sponsorship, availability] = parts
    return { skills, goals, sponsorship, availability, success: (10_000 - d) / 100 }
  })

describe('a score', () => {
  it('is the weighted sum of its signals, taken apart and put in words', () => {
    const score = scorePair(learner('L'), provider('P'), byDefault)
    // 35 × 2/4 + 25 × 1/2 + 20 × 6/12 + 10 × 2/4 + 10 × 5/8
    expect(score).toMatchObject({ score: 51.25, confidence: 1, profile: 'default', withoutConsent: [] })
    expect(score.contributions.map(({ signal, value, weight, points }) => [signal, value, weight, points])).toEqual([
      ['skills', 0.5, 35, 17.5],
      ['goals', 0.5, 25, 12.5],
      ['sponsorship', 0.5, 20, 10],
      ['availability', 0.5, 10, 5],
      ['success', 0.625, 10, 6.25],
    ])
    expect(score.sentence).toMatchInlineSnapshot(
      `"Scores 51.25 of 100. For it: has 2 of the 4 skills wanted (SQL, Go), is strong in 1 of the 2 target behaviours (feedback), has 4 introductions and 1 sponsor action on record, reached the agreed outcome in 3 of 4 engagements and is free at the same time 2 hours a week."`,
    )
  })

  it('shares the weight of missing signals out among the others and is less confident (M9)', () => {
    const score = scorePair(learner('L'), provider('P', { sponsorship: undefined, outcomes: undefined }), byDefault)
    expect(score.score).toBe(50)
    expect(score.confidence).toBe(0.7)
    expect(score.contributions.map(({ weight }) => weight)).toEqual([
      50,
      expect.closeTo(35.714, 3),
      0,
      expect.closeTo(14.286, 3),
      0,
    ])
    expect(score.sentence).toContain('It rests on 70 % of the weights: sponsorship not known')
  })

  it('does not use what there is no consent for, and says so (I3)', () => {
    const consent = consentTo(...fieldGroupNames.filter((group) => group !== 'skills' && group !== 'availability'))
    const without = scorePair(learner('L', { consent }), provider('P'), byDefault)
    const other = scorePair(
      learner('L', { consent, answers: { skillsWanted: ['sql'], availability: [] } }),
      provider('P'),
      byDefault,
    )
    expect(without.withoutConsent).toEqual(['skillsWanted', 'zone', 'availability'])
    expect(without.confidence).toBe(0.55)
    expect(other).toEqual(without)
  })

  it('of nothing is 0 with confidence 0 and says so', () => {
    const nothing = provider('P', { sponsorship: undefined, outcomes: undefined })
    const score = scorePair(learner('L', { consent: consentTo() }), nothing, byDefault)
    expect(score).toMatchObject({ score: 0, confidence: 0 })
    expect(score.sentence).toBe('Nothing is known to compare these two by; the score of 0 says nothing about them.')
  })

  it('of a perfect pair is 100 whatever is missing', () => {
    const perfect = { skills: ['SQL', 'Go', 'Rust', 'Kafka'], strengths: ['feedback' as const, 'delegation' as const] }
    const sponsorship = { introductions: 12, actions: 0 }
    const weights = { skills: 33.3, goals: 33.3, sponsorship: 33.3, availability: 0.05, success: 0.05 }
    const score = scorePair(
      learner('L'),
      provider('P', { ...perfect, sponsorship, availability: [], outcomes: undefined }),
      { ...byDefault, weights },
    )
    expect(score.score).toBe(100)
    expect(score.contributions.map(({ points }) => points)).toEqual([33.34, 33.33, 33.33, 0, 0])
  })

  it('has points that add up to it, and fits its schema', () => {
    fc.assert(
      fc.property(anyLearner('L0'), anyProvider('P0'), anyWeights, (own, other, weights) => {
        const score = scorePair(own, other, { ...byDefault, weights })
        expect(score.contributions.reduce((sum, { points }) => sum + hundred(points), 0)).toBe(hundred(score.score))
        expect(matchScore.safeParse(score).error).toBeUndefined()
      }),
    )
  })
})

describe('weights that cannot be used', () => {
  it.each<[string, Partial<Weights>, string]>([
    ['not a number', { skills: Number.NaN }, 'weights.skills'],
    ['infinite', { goals: Number.POSITIVE_INFINITY }, 'weights.goals'],
    ['missing', { success: undefined as unknown as number }, 'weights.success'],
    ['negative', { skills: -5, goals: 65 }, 'weights.skills'],
    ['more than 100', { skills: 36 }, 'weights'],
    ['less than 100', { skills: 34 }, 'weights'],
  ])('%s are refused and named', (_, change, field) => {
    const weights = { ...profiles.default, ...change }
    expect(() => scorePair(learner('L'), provider('P'), { ...byDefault, weights })).toThrow(
      expect.objectContaining({ code: 'InvalidInput', problems: [expect.objectContaining({ field })] }),
    )
  })
})

describe('the profile', () => {
  const promotion = { careerGoal: { words: 'Director', promotion: true } }
  it.each<[string, Learner, 'coach' | 'mentor' | undefined, ProfileName]>([
    ['nothing special', learner('L'), undefined, 'default'],
    ['a promotion wanted', learner('L', { answers: promotion }), undefined, 'promotion'],
    ['a career transition', learner('L', { answers: { triggers: ['career transition'] } }), undefined, 'promotion'],
    ['a behaviour shift', learner('L', { answers: { triggers: ['behaviour shift'] } }), undefined, 'behaviour'],
    ['a performance gap', learner('L', { answers: { triggers: ['performance gap'] } }), undefined, 'behaviour'],
    ['both', learner('L', { answers: { ...promotion, triggers: ['performance gap'] } }), 'mentor', 'promotion'],
    [
      'both, for a coach',
      learner('L', { answers: { ...promotion, triggers: ['performance gap'] } }),
      'coach',
      'behaviour',
    ],
    [
      'a promotion, no consent',
      learner('L', { answers: promotion, consent: consentTo('goals') }),
      undefined,
      'default',
    ],
    [
      'a trigger, no consent',
      learner('L', { answers: { triggers: ['behaviour shift'] }, consent: consentTo('career') }),
      undefined,
      'default',
    ],
  ])('of %s', (_, person, service, expected) => {
    expect(profileFor(person, service)).toBe(expected)
  })

  const technical = provider('technical', {
    skills: ['SQL', 'Go', 'Rust', 'Kafka'],
    sponsorship: { introductions: 0, actions: 0 },
  })
  const sponsoring = provider('sponsoring', { skills: ['Java'], sponsorship: { introductions: 12, actions: 0 } })
  const coaching = provider('coaching', { skills: ['Java'], strengths: ['feedback', 'delegation'] })
  const scoreOf = (other: typeof technical, profile: ProfileName) =>
    scorePair(learner('L'), other, { profile, weights: profiles[profile], week }).score

  it('"promotion" lets sponsorship outweigh technical fit (M2)', () => {
    expect(scoreOf(technical, 'default')).toBeGreaterThan(scoreOf(sponsoring, 'default'))
    expect(scoreOf(sponsoring, 'promotion')).toBeGreaterThan(scoreOf(technical, 'promotion'))
  })

  it('"behaviour" lets goals lead (M3)', () => {
    const skilled = provider('skilled', { skills: ['SQL', 'Go', 'Rust', 'Kafka'], strengths: ['conflict'] })
    expect(scoreOf(skilled, 'default')).toBeGreaterThan(scoreOf(coaching, 'default'))
    expect(scoreOf(coaching, 'behaviour')).toBeGreaterThan(scoreOf(skilled, 'behaviour'))
  })
})
