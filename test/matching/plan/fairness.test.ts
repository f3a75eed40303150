import type { CohortPlan } from '@pilotgate/core/matching/cohort'
import { fairnessReport } from '@pilotgate/core/matching/fairness'
import { planCohort } from '@pilotgate/core/matching/plan-cohort'
import { describe, expect, it } from 'vitest'
import { learner, provider, settings, week } from '../people.ts'

const proposal = (participantId: string, score: number) =>
  ({
    participantId,
    providerId: 'p',
    result: { score },
    alternatives: [],
  }) as unknown as CohortPlan['proposals'][number]

/** A plan in which each group has so many with a score of 60 and so many without a match; ids start with the group. */
const planOf = (groups: Record<string, [matched: number, unmatched: number]>) => ({
  proposals: Object.entries(groups).flatMap(([group, [matched]]) =>
    Array.from({ length: matched }, (_, index) => proposal(`${group}-m${index}`, 60)),
  ),
  unmatched: Object.entries(groups).flatMap(([group, [, unmatched]]) =>
    Array.from({ length: unmatched }, (_, index) => ({
      participantId: `${group}-u${index}`,
      service: 'mentor' as const,
      why: '',
    })),
  ),
})
const groupOf = (id: string) => (id.startsWith('?') ? undefined : id.split('-')[0])
const report = (groups: Parameters<typeof planOf>[0]) => fairnessReport(planOf(groups), [], groupOf)

describe('fairness by group (M11)', () => {
  it('shows score and match rate of groups of five and more', () => {
    expect(report({ a: [6, 2], b: [5, 0] }).groups).toEqual([
      { group: 'a', people: 8, matchRate: 0.75, meanScore: 60 },
      { group: 'b', people: 5, matchRate: 1, meanScore: 60 },
    ])
  })

  it('shows small groups together only', () => {
    const { groups, notes } = report({ a: [6, 0], b: [3, 0], c: [1, 1] })
    expect(groups).toEqual([
      { group: 'a', people: 6, matchRate: 1, meanScore: 60 },
      { group: 'Small groups together', people: 5, matchRate: 0.8, meanScore: 60 },
    ])
    expect(notes).toEqual(['Groups with fewer than 5 people are shown together only.'])
  })

  it('lets no small group be told from a difference: the next smallest joins it', () => {
    expect(report({ a: [7, 0], b: [6, 0], c: [2, 0] }).groups.map(({ group, people }) => [group, people])).toEqual([
      ['a', 7],
      ['Small groups together', 8],
    ])
  })

  it('shows nothing for fewer than five in all', () => {
    expect(report({ a: [2, 0], b: [2, 0] })).toMatchObject({
      groups: [],
      notes: ['Fewer than 5 people in all, so no group is shown.'],
    })
  })

  it('leaves out who does not consent, and has no mean without a match', () => {
    const { groups, notes } = report({ a: [0, 5], '?': [3, 0] })
    expect(groups).toEqual([{ group: 'a', people: 5, matchRate: 0, meanScore: undefined }])
    expect(notes).toEqual(['Left out: 3 without consent to show their group.'])
  })

  it('counts how often a featured mentor is proposed and named first', () => {
    const providers = [provider('star', { featured: true }), provider('p')]
    const plan = planCohort({ learners: [learner('a'), learner('b')], providers, settings, week })
    expect(fairnessReport(plan, providers, () => undefined).featured).toEqual([
      { providerId: 'star', proposed: 1, firstAlternative: 1 },
    ])
  })
})
