import { describe, expect, it } from 'vitest'
import { itemsToRemedy, scaleChecklist, scaleItems } from '../../packages/core/src/gates/scale-checklist.ts'
import { leadershipPilot24w } from '../../packages/core/src/program/templates/leadership-pilot-24w.ts'
import { count, factsOf, no, rating, ratio, type Values, yes } from './fact-values.ts'

const met: Values = {
  'session-attendance': ratio(40, 50),
  'participant-rating': rating(4),
  'target-behaviours-moved': count(1),
  'telemetry-coverage': ratio(9, 10),
  'telemetry-fresh': yes,
  'sponsor-actions-logged': ratio(20, 20),
}
const check = (values: Values) => scaleChecklist(factsOf({ ...met, ...values }))

describe('scale checklist (domain §7.1, W24)', () => {
  it('needs no plan when all five are met', () => {
    expect(check({}).map(({ item, result }) => [item, result])).toEqual(scaleItems.map((item) => [item, 'met']))
    expect(itemsToRemedy(check({}))).toEqual([])
  })

  it.each<[string, Values]>([
    ['attendance', { 'session-attendance': ratio(39, 50) }],
    ['participant rating', { 'participant-rating': rating(3.9) }],
    ['behaviour', { 'target-behaviours-moved': count(0) }],
    ['telemetry', { 'telemetry-coverage': ratio(8, 10) }],
    ['telemetry', { 'telemetry-fresh': no, 'telemetry-coverage': undefined }],
    ['sponsor actions', { 'sponsor-actions-logged': ratio(19, 20) }],
  ])('needs a remediation plan for missed %s: %j', (item, values) => {
    expect(check(values).find((each) => each.item === item)).toMatchObject({
      result: 'missed',
      needsRemediationPlan: true,
    })
    expect(itemsToRemedy(check(values))).toEqual([item])
  })

  it('needs a plan for what is not known, too', () => {
    expect(scaleChecklist(new Map()).map(({ result }) => result)).toEqual(scaleItems.map(() => 'no data'))
    expect(itemsToRemedy(check({ 'telemetry-fresh': undefined }))).toEqual(['telemetry'])
  })

  it('goes by the thresholds of the gate, which by default are the same', () => {
    const { criterion } = leadershipPilot24w.gates[23]!
    expect(scaleChecklist(factsOf(met), criterion)).toEqual(check({}))
    const facts = new Set(criterion.all.map(({ fact }) => fact))
    expect(facts).toEqual(new Set(Object.keys(met)))
    const all = criterion.all.map((each) => (each.fact === 'participant-rating' ? { ...each, threshold: 4.5 } : each))
    expect(itemsToRemedy(scaleChecklist(factsOf(met), { ...criterion, all }))).toEqual(['participant rating'])
  })
})
