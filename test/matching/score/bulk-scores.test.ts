import { noPair } from '@pilotgate/core/matching/assignment/instance'
import { violations } from '@pilotgate/core/matching/hard-rules'
import { bulkScores } from '@pilotgate/core/matching/score/bulk-scores'
import { profileFor } from '@pilotgate/core/matching/score/profile-for'
import { referenceWeek } from '@pilotgate/core/matching/score/reference-week'
import { scorePair } from '@pilotgate/core/matching/score/score-pair'
import { profiles } from '@pilotgate/core/matching/weights'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCohort, learner, provider } from '../people.ts'

describe('scores of many pairs at once', () => {
  it.each(['2027-01-04', '2027-03-28'])(
    'are those of each pair alone, and leave out the same pairs (week of %s)',
    (date) => {
      const week = referenceWeek(date)
      fc.assert(
        fc.property(anyCohort(6), ({ learners, providers }) => {
          const { scoreRow } = bulkScores(learners, providers, {
            weightsOf: (each) => profiles[profileFor(each)],
            week,
          })
          const row = new Int32Array(providers.length)
          learners.forEach((own, index) => {
            scoreRow(index, row)
            const alone = providers.map((other) => {
              if (violations(own, other, week).length > 0) return noPair
              const profile = profileFor(own)
              return Math.round(scorePair(own, other, { profile, weights: profiles[profile], week }).score * 100)
            })
            expect([...row]).toEqual(alone)
          })
        }),
        { numRuns: 150 },
      )
    },
  )

  it('know more than 32 skills', () => {
    const skills = Array.from({ length: 100 }, (_, index) => `skill ${index}`)
    const week = referenceWeek('2027-01-04')
    const providers = [
      provider('P0', { skills }),
      provider('P1', { skills: skills.slice(60) }),
      provider('P2', { skills: ['Go'] }),
    ]
    const own = learner('L', { answers: { skillsWanted: [...skills.slice(50, 70), 'unheard of'] } })
    const row = new Int32Array(3)
    bulkScores([own], providers, { weightsOf: () => profiles.default, week }).scoreRow(0, row)
    expect([...row]).toEqual(
      providers.map((other) =>
        Math.round(scorePair(own, other, { profile: 'default', weights: profiles.default, week }).score * 100),
      ),
    )
  })
})
