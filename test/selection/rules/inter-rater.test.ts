import { agreementOf, krippendorffAlpha } from '@pilotgate/core/selection/inter-rater'
import { readInterRater } from '@pilotgate/core/selection/read-inter-rater'
import { liveDemo } from '@pilotgate/core/selection/rubrics/live-demo'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as form from '../candidacy/forms.ts'
import { day, start, world } from '../candidacy/world.ts'

/** Units of the worked example with missing data in Krippendorff (2011), section C; the twelfth has one mark only. */
const example = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
]

it('is as in the published example: 0.815 for ordinal data', () => {
  expect(krippendorffAlpha(example)).toBeCloseTo(0.815, 3)
  expect(agreementOf([...example, [3]])!.alpha).toBeCloseTo(0.815, 3)
})

it('tells pairs that agree, pairs a point apart and the mean spread', () => {
  expect(
    agreementOf([
      [4, 4],
      [3, 4, 5],
    ]),
  ).toMatchObject({ exact: 1 / 4, withinOne: 3 / 4, meanSpread: 1 })
})

it('is perfect only where all agree and something differs', () => {
  expect(
    agreementOf([
      [1, 1],
      [5, 5, 5],
    ]),
  ).toMatchObject({ exact: 1, withinOne: 1, meanSpread: 0, alpha: 1 })
  expect(
    agreementOf([
      [4, 4],
      [4, 4],
    ])!.alpha,
  ).toBeUndefined()
  expect(agreementOf([[4], []])).toBeUndefined()
})

it('never exceeds 1, whatever the marks', () => {
  const units = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }), { minLength: 1 })
  fc.assert(
    fc.property(units, (all) => {
      const alpha = krippendorffAlpha(all)
      if (alpha !== undefined) expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

it('of a program counts closed panels, rubric by rubric; one panel is no data', async () => {
  const here = await world()
  const { id } = await here.open('cora', 'external-coach')
  const read = async (between = {}) =>
    (await readInterRater(here.store, here.scope, between)).find(({ rubric }) => rubric === 'live-demo')
  const members = ['sven', 'henry', 'petra']
  const panel = async (round: number, ...marks: number[]) => {
    const now = day((round - 1) * 14)
    await here.ask(id, 'live-demo', now)
    await here.answer('carla', 'panel', form.panel(...members), now)
    for (const [index, who] of members.entries()) {
      await here.answer(who, 'scores', form.scores(liveDemo, marks[index]!), now)
    }
  }
  expect(await read()).toEqual({ rubric: 'live-demo', panels: 0, agreement: undefined })
  await panel(1, 3, 3, 3)
  expect(await read()).toEqual({ rubric: 'live-demo', panels: 1, agreement: undefined })
  await panel(2, 4, 4, 5)
  expect(await read()).toMatchObject({ panels: 2, agreement: { exact: 4 / 6, withinOne: 1, meanSpread: 0.5 } })
  expect(await read({ from: day(1) })).toMatchObject({ panels: 1, agreement: undefined })
  expect(await read({ from: start, to: day(14) })).toMatchObject({ panels: 1 })
})
