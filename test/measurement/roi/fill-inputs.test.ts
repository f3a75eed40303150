import { rangeOfLine } from '@pilotgate/core/measurement/roi/costs-of-budget'
import { fillInputs, type Known } from '@pilotgate/core/measurement/roi/fill-inputs'
import { type RoiRequest, roiRequest } from '@pilotgate/core/measurement/roi/roi-request'
import { describe, expect, test } from 'vitest'
import { impactRecord } from '../impact-record.ts'
import { example } from './inputs.ts'

const scope = { tenantId: 't', scope: 'p', version: 1, by: 'finance-1', at: '2027-05-14T08:00:00.000Z' }
const budget: Known['budget'] = {
  ...scope,
  id: 'budget.01A',
  status: 'ready',
  form: {
    kind: 'budget',
    currency: 'EUR',
    asOf: '2027-05-14',
    lines: [
      { item: 'Training of coaches', planned: 2_000_000, plannedToDate: 1_000_000, spent: 1_100_000 },
      { item: 'Supervision', planned: 600_000, plannedToDate: 0, spent: 0 },
      { item: 'Licences', planned: 1_280_000, plannedToDate: 1_280_000, spent: 1_280_000 },
      { item: 'Integration', planned: 320_000, plannedToDate: 320_000, spent: 320_000 },
      { item: 'Rooms', planned: 100_000, plannedToDate: 50_000, spent: 40_000 },
    ],
  },
}
const known = (more: Partial<Known> = {}): Known => ({ impactOf: () => undefined, budget, sessionHours: 12.5, ...more })
const { benefits, costs, ...rest } = example()
const asked = (more: object = {}): RoiRequest =>
  roiRequest.parse({ ...rest, benefits, costs: { coachHour: costs.coachHour }, ...more })
const problemsOf = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return (error as { problems: unknown }).problems
  }
  throw new Error('Was not refused')
}

describe('what was left out', () => {
  test('costs come from the budget, hours from the sessions held; integration is reckoned', () => {
    const { inputs, filledIn } = fillInputs(asked(), known())
    expect(inputs.costs).toMatchObject({
      training: { low: 2_000_000, likely: 2_200_000, high: 2_200_000 },
      supervision: { low: 600_000, likely: 600_000, high: 600_000 },
      platform: { low: 1_280_000, likely: 1_280_000, high: 1_280_000 },
      coachHours: { low: 12.5, likely: 12.5, high: 12.5 },
      others: [{ item: 'Rooms', cents: { low: 80_000, likely: 80_000, high: 100_000 } }],
    })
    expect(filledIn).toEqual([
      'training, supervision, platform, others: from the budget budget.01A as of 2027-05-14',
      'Hours of coaches and mentors: 12.5 h of sessions held',
    ])
  })

  test('what is given stays', () => {
    const { inputs } = fillInputs(asked({ costs }), known())
    expect(inputs.costs.training).toEqual(costs.training)
    expect(inputs.costs.others).toEqual([])
  })

  test('what is neither given nor known is named', () => {
    expect(problemsOf(() => fillInputs(asked({ costs: {} }), known({ budget: undefined })))).toEqual(
      ['training', 'coachHour', 'supervision', 'platform'].map((name) => ({
        field: `costs.${name}`,
        problem: expect.stringContaining('Is missing.'),
      })),
    )
  })

  test('a budget in another currency is not mixed in', () => {
    expect(problemsOf(() => fillInputs(asked({ currency: 'USD' }), known()))).toEqual([
      { field: 'currency', problem: expect.stringContaining('Use EUR') },
    ])
  })
})

describe('the difference from an impact report', () => {
  const [benefit] = benefits
  const withImpact = asked({
    benefits: [{ ...benefit, observed: undefined, counterfactual: undefined, impact: 'latest' }],
  })

  test('is above 0 where it is better', () => {
    const record = impactRecord({ better: 'lower', estimate: -15, interval: [-18, -11] })
    const { inputs, filledIn } = fillInputs(withImpact, known({ impactOf: () => record }))
    expect(inputs.benefits[0]).toMatchObject({
      effect: { low: 11, likely: 15, high: 18 },
      counterfactual: { kind: 'matched cohort', words: expect.stringContaining('directional only') },
    })
    expect(filledIn[0]).toContain(`impact report ${record.id}`)
  })

  test('a report that gives no effect leaves the benefit without data', () => {
    const record = { ...impactRecord({ better: 'lower', estimate: -15, interval: [-18, -11] }) }
    const without = { ...record, report: { ...record.report, effect: null } }
    expect(fillInputs(withImpact, known({ impactOf: () => without })).inputs.benefits[0]!.effect).toBeUndefined()
  })

  test('is refused when there is none', () => {
    expect(problemsOf(() => fillInputs(withImpact, known()))).toEqual([
      { field: 'benefits.0.impact', problem: expect.stringContaining('no such impact report') },
    ])
  })
})

test.each([
  // planned, planned to date, spent → the plan corrected by how spending stands; never less than spent
  [1000, 500, 400, { low: 800, likely: 800, high: 1000 }],
  [1000, 500, 600, { low: 1000, likely: 1200, high: 1200 }],
  [1000, 0, 0, { low: 1000, likely: 1000, high: 1000 }],
  [1000, 0, 300, { low: 1000, likely: 1000, high: 1000 }],
  [1000, 2000, 1500, { low: 1500, likely: 1500, high: 1500 }],
])('a line of a budget: planned %i, to date %i, spent %i', (planned, plannedToDate, spent, range) => {
  expect(rangeOfLine({ planned, plannedToDate, spent })).toEqual(range)
})
