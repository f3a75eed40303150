import type { Learner, Provider } from '@pilotgate/core/matching/cohort'
import { violations } from '@pilotgate/core/matching/hard-rules'
import { planCohort } from '@pilotgate/core/matching/plan-cohort'
import { profileFor } from '@pilotgate/core/matching/score/profile-for'
import { scorePair } from '@pilotgate/core/matching/score/score-pair'
import { profiles } from '@pilotgate/core/matching/weights'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCohort, settings, week } from '../people.ts'

type Cohort = { learners: Learner[]; providers: Provider[] }
const objective = fc.constantFrom('best-score' as const, 'most-matched' as const)

/** Every allowed pair of a cohort with its score in hundredths, by service. */
const allowedPairs = ({ learners, providers }: Cohort, service: 'coach' | 'mentor', banned: ReadonlySet<string>) =>
  learners.flatMap((own) =>
    own.services.some((each) => each.service === service)
      ? providers
          .filter((other) => other.record.service === service && violations(own, other, week).length === 0)
          .filter((other) => !banned.has(`${own.personId} ${other.personId}`))
          .map((other) => {
            const profile = profileFor(own, service)
            const { score } = scorePair(own, other, { profile, weights: profiles[profile], week })
            return { learner: own.personId, provider: other, points: Math.round(score * 100) }
          })
      : [],
  )

type AllowedPair = ReturnType<typeof allowedPairs>[number]

/** The best plan by trying everything: most matched (if asked), then most points. */
const bestByTrying = (pairs: AllowedPair[], most: boolean): { matched: number; points: number } => {
  const names = [...new Set(pairs.map(({ learner }) => learner))]
  const taken = new Map<string, number>()
  const from = (index: number): { matched: number; points: number } => {
    if (index === names.length) return { matched: 0, points: 0 }
    let best = from(index + 1)
    for (const { learner, provider, points } of pairs) {
      const used = taken.get(provider.personId) ?? 0
      if (learner !== names[index] || used >= provider.free) continue
      taken.set(provider.personId, used + 1)
      const rest = from(index + 1)
      taken.set(provider.personId, used)
      const found = { matched: rest.matched + 1, points: rest.points + points }
      const more = found.matched - best.matched
      if (most && more !== 0 ? more > 0 : found.points > best.points) best = found
    }
    return best
  }
  return from(0)
}

describe('any plan', () => {
  it('keeps capacity and hard rules, leaves out forbidden pairs, and accounts for everybody', () => {
    fc.assert(
      fc.property(anyCohort(6), objective, fc.nat(3), (cohort, goal, banned) => {
        const forbidden: [string, string][] = [
          [`L${banned}`, 'P0'],
          ['L0', `P${banned}`],
        ]
        const plan = planCohort({
          ...cohort,
          settings: { ...settings, objective: goal },
          week,
          pinned: { reserved: [], forbidden },
        })
        for (const { participantId, providerId, service } of plan.proposals) {
          const own = cohort.learners.find(({ personId }) => personId === participantId)!
          const other = cohort.providers.find(({ personId }) => personId === providerId)!
          expect(violations(own, other, week)).toEqual([])
          expect(other.record.service).toBe(service)
          expect(forbidden).not.toContainEqual([participantId, providerId])
        }
        for (const { personId, free } of cohort.providers) {
          expect(plan.proposals.filter(({ providerId }) => providerId === personId).length).toBeLessThanOrEqual(free)
        }
        const rows = [...plan.proposals, ...plan.unmatched].map(
          ({ participantId, service }) => `${participantId} ${service}`,
        )
        const wanted = cohort.learners.flatMap(({ personId, services }) =>
          services.map(({ service }) => `${personId} ${service}`),
        )
        expect(rows.toSorted()).toEqual(wanted.toSorted())
        for (const { alternatives, providerId } of plan.proposals) {
          expect(alternatives.map((other) => other.providerId)).not.toContain(providerId)
          expect(alternatives.every(({ whyNot }) => whyNot.endsWith('.'))).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is as good as trying everything, and says so', () => {
    fc.assert(
      fc.property(anyCohort(4), objective, (cohort, goal) => {
        // A preferred kind of provider is part of the choice; here everybody takes either.
        const learners = cohort.learners.map((own) => ({
          ...own,
          services: own.services.map((each) => ({ ...each, provider: 'either' as const })),
        }))
        const plan = planCohort({
          learners,
          providers: cohort.providers,
          settings: { ...settings, objective: goal },
          week,
        })
        const best = (['coach', 'mentor'] as const).map((service) =>
          bestByTrying(
            allowedPairs({ learners, providers: cohort.providers }, service, new Set()),
            goal === 'most-matched',
          ),
        )
        expect(Math.round(plan.total * 100)).toBe(best.reduce((sum, { points }) => sum + points, 0))
        if (goal === 'most-matched')
          expect(plan.proposals.length).toBe(best.reduce((sum, { matched }) => sum + matched, 0))
        expect(plan.optimal).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps a reserved pair', () => {
    fc.assert(
      fc.property(anyCohort(5), objective, fc.nat(30), (cohort, goal, pick) => {
        const pairs = allowedPairs(cohort, 'mentor', new Set())
        const pair = pairs[pick % pairs.length]
        fc.pre(pair !== undefined)
        const reserved: [string, string][] = [[pair.learner, pair.provider.personId]]
        const plan = planCohort({
          ...cohort,
          settings: { ...settings, objective: goal },
          week,
          pinned: { reserved, forbidden: [] },
        })
        expect(plan.proposals.map(({ participantId, providerId }) => [participantId, providerId])).toContainEqual(
          reserved[0],
        )
        expect(plan.optimal).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same on every run, whatever order people come in', () => {
    const shuffled = anyCohort(6).chain((cohort) =>
      fc.record({
        cohort: fc.constant(cohort),
        learners: fc.shuffledSubarray(cohort.learners, { minLength: cohort.learners.length }),
        providers: fc.shuffledSubarray(cohort.providers, { minLength: cohort.providers.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, objective, ({ cohort, learners, providers }, goal) => {
        const plan = (of: Cohort) => planCohort({ ...of, settings: { ...settings, objective: goal }, week })
        expect(plan({ learners, providers })).toEqual(plan(cohort))
      }),
      { numRuns: 100 },
    )
  })
})
