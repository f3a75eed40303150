import { describe, expect, it } from 'vitest'
import { evaluateCriterion } from '../../packages/core/src/gates/evaluate-criterion.ts'
import { leadershipPilot24w } from '../../packages/core/src/program/templates/leadership-pilot-24w.ts'
import { change, count, factsOf, no, rating, ratio, type Values, yes } from './fact-values.ts'

type Row = {
  passes: Values
  /** What changes against `passes`, just over the line. */
  fails: Values[]
  /** What is not known yet, or has nothing to count. */
  inconclusive: Values[]
}

const checklist: Values = {
  'session-attendance': ratio(40, 50),
  'participant-rating': rating(4),
  'target-behaviours-moved': count(1),
  'telemetry-coverage': ratio(9, 10),
  'telemetry-fresh': yes,
  'sponsor-actions-logged': ratio(20, 20),
}

/** Domain §7.1, the column "pass when", each at its boundary. */
const table: Record<string, Row> = {
  W01: {
    passes: { 'kpi-owners-named': ratio(6, 6), 'kpi-feeds-confirmed': ratio(6, 6), 'legal-sign-off': yes },
    fails: [{ 'kpi-owners-named': ratio(5, 6) }, { 'kpi-feeds-confirmed': ratio(5, 6) }, { 'legal-sign-off': no }],
    inconclusive: [{ 'legal-sign-off': undefined }, { 'kpi-owners-named': ratio(0, 0) }],
  },
  W02: {
    passes: { 'cohort-size': count(20), 'intake-completion': ratio(18, 20) },
    fails: [{ 'cohort-size': count(19) }, { 'intake-completion': ratio(17, 19) }],
    inconclusive: [{ 'intake-completion': undefined }, { 'cohort-size': undefined }],
  },
  W03: {
    passes: { 'provider-calibration': rating(4), 'pool-covers-cohort': yes },
    fails: [{ 'provider-calibration': rating(3.9) }, { 'pool-covers-cohort': no }],
    inconclusive: [{ 'provider-calibration': undefined }],
  },
  W04: {
    passes: { 'matches-approved': ratio(20, 20), 'agreements-signed': ratio(20, 20) },
    fails: [{ 'matches-approved': ratio(19, 20) }, { 'agreements-signed': ratio(19, 20) }],
    inconclusive: [{ 'matches-approved': ratio(0, 0) }, { 'agreements-signed': undefined }],
  },
  W05: {
    passes: { 'baseline-captured': ratio(20, 20) },
    fails: [{ 'baseline-captured': ratio(19, 20) }],
    inconclusive: [{ 'baseline-captured': undefined }],
  },
  W06: {
    passes: { 'session-attendance': ratio(4, 5) },
    fails: [{ 'session-attendance': ratio(38, 50) }, { 'session-attendance': ratio(799, 1000) }],
    inconclusive: [{ 'session-attendance': undefined }, { 'session-attendance': ratio(0, 0) }],
  },
  W07: {
    passes: { 'open-systemic-blockers': count(0) },
    fails: [{ 'open-systemic-blockers': count(1) }],
    inconclusive: [{ 'open-systemic-blockers': undefined }],
  },
  W08: {
    passes: { 'primary-indicator-movement': change(0.1) },
    fails: [{ 'primary-indicator-movement': change(0) }, { 'primary-indicator-movement': change(-0.2) }],
    inconclusive: [{ 'primary-indicator-movement': undefined }],
  },
  W09: {
    passes: { 'reassignment-rate': ratio(1, 20), 'issues-logged': yes },
    fails: [{ 'reassignment-rate': ratio(2, 20) }, { 'issues-logged': no }],
    inconclusive: [{ 'reassignment-rate': ratio(0, 0) }, { 'issues-logged': undefined }],
  },
  W10: {
    passes: { 'action-items-documented': ratio(60, 60) },
    fails: [{ 'action-items-documented': ratio(59, 60) }],
    inconclusive: [{ 'action-items-documented': undefined }],
  },
  W11: {
    passes: { 'managers-confirm-progress': ratio(6, 11) },
    fails: [{ 'managers-confirm-progress': ratio(10, 20) }],
    inconclusive: [{ 'managers-confirm-progress': undefined }],
  },
  W12: {
    passes: { 'session-attendance': ratio(80, 100), 'early-behaviour-lift': change(0.3) },
    fails: [{ 'session-attendance': ratio(79, 100) }, { 'early-behaviour-lift': change(0) }],
    inconclusive: [{ 'early-behaviour-lift': undefined }],
  },
  W13: {
    passes: { 'pivots-done': ratio(2, 2) },
    fails: [{ 'pivots-done': ratio(1, 2) }],
    inconclusive: [{ 'pivots-done': undefined }],
  },
  W14: {
    passes: { 'closing-notes-submitted': ratio(5, 5) },
    fails: [{ 'closing-notes-submitted': ratio(4, 5) }],
    inconclusive: [{ 'closing-notes-submitted': undefined }],
  },
  W15: {
    passes: { 'sponsor-actions-logged': ratio(20, 20) },
    fails: [{ 'sponsor-actions-logged': ratio(19, 20) }],
    inconclusive: [{ 'sponsor-actions-logged': undefined }, { 'sponsor-actions-logged': ratio(0, 0) }],
  },
  W16: {
    passes: { 'telemetry-coverage': ratio(90, 100), 'telemetry-fresh': yes },
    fails: [{ 'telemetry-coverage': ratio(89, 100) }, { 'telemetry-fresh': no }],
    inconclusive: [{ 'telemetry-coverage': ratio(0, 0) }, { 'telemetry-fresh': undefined }],
  },
  W17: {
    passes: { 'target-behaviours-moved': count(1) },
    fails: [{ 'target-behaviours-moved': count(0) }],
    inconclusive: [{ 'target-behaviours-moved': undefined }],
  },
  W18: {
    passes: { 'case-studies-drafted': count(2) },
    fails: [{ 'case-studies-drafted': count(1) }],
    inconclusive: [{ 'case-studies-drafted': undefined }],
  },
  W19: {
    passes: { 'budget-within-plan': yes, 'target-behaviours-moved': count(1) },
    fails: [{ 'budget-within-plan': no }, { 'target-behaviours-moved': count(0) }],
    inconclusive: [{ 'budget-within-plan': undefined }],
  },
  W20: {
    passes: { 'scaling-plan-drafted': yes, 'preliminary-costs-drafted': yes },
    fails: [{ 'scaling-plan-drafted': no }, { 'preliminary-costs-drafted': no }],
    inconclusive: [{ 'preliminary-costs-drafted': undefined }],
  },
  W21: {
    passes: { 'measurement-queries-ready': yes, 'scheduled-loads-ready': yes },
    fails: [{ 'measurement-queries-ready': no }, { 'scheduled-loads-ready': no }],
    inconclusive: [{ 'scheduled-loads-ready': undefined }],
  },
  W22: {
    passes: { 'coach-outcomes-submitted': ratio(5, 5), 'mentor-progress-submitted': ratio(7, 7) },
    fails: [{ 'coach-outcomes-submitted': ratio(4, 5) }, { 'mentor-progress-submitted': ratio(6, 7) }],
    inconclusive: [{ 'mentor-progress-submitted': undefined }],
  },
  W23: {
    passes: { 'impact-signal-ready': yes },
    fails: [{ 'impact-signal-ready': no }],
    inconclusive: [{ 'impact-signal-ready': undefined }],
  },
  W24: {
    passes: checklist,
    fails: [
      { 'session-attendance': ratio(39, 50) },
      { 'participant-rating': rating(3.9) },
      { 'target-behaviours-moved': count(0) },
      { 'telemetry-coverage': ratio(8, 10) },
      { 'telemetry-fresh': no },
      { 'sponsor-actions-logged': ratio(19, 20) },
    ],
    inconclusive: Object.keys(checklist).map((fact) => ({ [fact]: undefined })),
  },
}

describe.each(leadershipPilot24w.gates)('$gate $title', ({ gate, criterion }) => {
  const { passes, fails, inconclusive } = table[gate]!

  it('passes at its boundary', () => {
    expect(evaluateCriterion(criterion, factsOf(passes)).outcome).toBe('pass')
  })

  it.each(fails)('fails with %j', (changed) => {
    const { outcome, reasons } = evaluateCriterion(criterion, factsOf({ ...passes, ...changed }))
    expect(outcome).toBe('fail')
    expect(reasons).toHaveLength(criterion.all.length)
  })

  it.each(inconclusive)('is inconclusive with %j, and says which fact is missing', (changed) => {
    const result = evaluateCriterion(criterion, factsOf({ ...passes, ...changed }))
    expect(result.outcome).toBe('inconclusive')
    expect(result.conditions.filter((each) => each.result !== 'pass').map((each) => each.fact)).toEqual(
      Object.keys(changed),
    )
    expect(result.reasons[0]).toMatch(/no data/)
  })

  it('is inconclusive while nothing is known', () => {
    expect(evaluateCriterion(criterion, new Map()).outcome).toBe('inconclusive')
  })
})

it('covers the 24 gates in order', () => {
  expect(leadershipPilot24w.gates.map(({ gate }) => gate)).toEqual(Object.keys(table))
})

it('passes W13 when no pivot was decided', () => {
  const { criterion } = leadershipPilot24w.gates[12]!
  const result = evaluateCriterion(criterion, factsOf({ 'pivots-done': ratio(0, 0) }))
  expect(result).toMatchObject({ outcome: 'pass', reasons: ['Pivots carried out and communicated: nothing to do'] })
})
