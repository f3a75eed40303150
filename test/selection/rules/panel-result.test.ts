import { type PanelScores, panelResult } from '@pilotgate/core/selection/panel-result'
import type { Rubric } from '@pilotgate/core/selection/rubric'
import { coachCalibration } from '@pilotgate/core/selection/rubrics/coach-calibration'
import { coachingSimulation } from '@pilotgate/core/selection/rubrics/coaching-simulation'
import { liveDemo } from '@pilotgate/core/selection/rubrics/live-demo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** A member who gives these marks, dimension by dimension; the last one is repeated. */
const member = ({ dimensions }: Rubric, ...marks: number[]): PanelScores => ({
  marks: Object.fromEntries(dimensions.map(({ dimension }, index) => [dimension, marks[index] ?? marks.at(-1)!])),
  rules: {},
})
const outcome = (rubric: Rubric, ...marks: number[]) =>
  panelResult(
    rubric,
    marks.map((mark) => member(rubric, mark)),
  ).verdict.outcome

describe('the live demo (S-C3)', () => {
  it.each([
    [[4, 4, 4], 'pass'],
    [[3, 4, 5], 'pass'],
    // Even panels: the mean of the two in the middle.
    [[3, 3, 4, 4], 'pass'],
    [[3, 3, 3, 4], 'hold'],
    [[3, 4, 3, 4, 3], 'hold'],
    [[2, 2, 2], 'hold'],
    [[1, 2, 3], 'hold'],
    [[1, 1, 2, 2], 'reject'],
    [[1, 1, 5], 'reject'],
  ])('marks of %j: %s', (marks, expected) => {
    expect(outcome(liveDemo, ...marks)).toBe(expected)
  })

  it('is held for a single weak dimension, which is named without its marks', () => {
    const { verdict, overall } = panelResult(
      liveDemo,
      [1, 2, 3].map(() => member(liveDemo, 2, 5)),
    )
    expect(overall).toBe(5)
    expect(verdict).toEqual({ outcome: 'hold', missing: [expect.stringContaining('Challenge skill lies below')] })
  })

  it('tells medians, spreads and where the panel disagrees', () => {
    const result = panelResult(liveDemo, [member(liveDemo, 1, 4), member(liveDemo, 2, 4), member(liveDemo, 3, 5)])
    expect(result.dimensions[0]).toEqual({
      dimension: 'challenge-skill',
      words: 'Challenge skill',
      median: 2,
      spread: 2,
    })
    expect(result.dimensions[1]).toMatchObject({ median: 4, spread: 1 })
    expect(result).toMatchObject({ members: 3, disagreement: true })
    expect(panelResult(liveDemo, [member(liveDemo, 4), member(liveDemo, 5)]).disagreement).toBe(false)
  })
})

describe('a calibration (S-C6, S-M8)', () => {
  it.each([
    [[4, 4, 4], 'pass'],
    [[3, 4, 5], 'pass'],
    [[4, 4, 3, 3], 'hold'],
    [[2, 3, 2, 3], 'hold'],
    [[2, 2, 3], 'reject'],
  ])('marks of %j: %s', (marks, expected) => {
    expect(outcome(coachCalibration, ...marks)).toBe(expected)
  })
})

describe('a binary rule', () => {
  const say = (...yes: boolean[]) =>
    panelResult(
      coachingSimulation,
      yes.map((each) => ({ ...member(coachingSimulation, 5), rules: { 'reverted-to-telling': each } })),
    )
  it.each([
    [[true, true], 'reject'],
    [[true, false], 'reject'],
    [[true, false, false], 'pass'],
    [[true, true, false], 'reject'],
    [[false, false], 'pass'],
  ])('said %j: %s', (yes, expected) => {
    expect(say(...yes).verdict.outcome).toBe(expected)
  })
})

it('does not depend on the order of the members, and a better mark never makes it worse', () => {
  const rank = { reject: 0, hold: 1, pass: 2 }
  const marks = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 7,
  })
  fc.assert(
    fc.property(marks, fc.nat(6), fc.nat(4), (all, who, what) => {
      const members = all.map((each) => member(liveDemo, ...each))
      const result = panelResult(liveDemo, members)
      expect(panelResult(liveDemo, members.toReversed())).toEqual(result)
      const better = all.map((each, index) =>
        index === who ? each.map((mark, at) => (at === what ? Math.min(5, mark + 1) : mark)) : each,
      )
      const next = panelResult(
        liveDemo,
        better.map((each) => member(liveDemo, ...each)),
      )
      expect(rank[next.verdict.outcome]).toBeGreaterThanOrEqual(rank[result.verdict.outcome])
    }),
  )
})
