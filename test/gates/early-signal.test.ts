import { expect, it } from 'vitest'
import { buildEarlySignal, type GateSoFar } from '../../packages/core/src/gates/early-signal.ts'
import { leadershipPilot24w as template } from '../../packages/core/src/program/templates/leadership-pilot-24w.ts'
import { change, factsOf, ratio } from './fact-values.ts'

const passed = { outcome: 'pass' as const, value: '90 % (9 of 10)', reasons: ['fine'] }
const gates: GateSoFar[] = [
  ...['W01', 'W02', 'W03', 'W04', 'W06'].map((gate) => ({ gate, outcome: passed })),
  {
    gate: 'W05',
    outcome: { outcome: 'fail', value: '95 % (19 of 20)', reasons: ['Baseline captured 95 % …'] },
    decided: 'waive',
  },
  {
    gate: 'W07',
    outcome: { outcome: 'inconclusive', value: 'no data', reasons: ['Open systemic blockers: no data yet'] },
  },
  { gate: 'W09' },
]
const facts = factsOf({ 'session-attendance': ratio(4, 5), 'primary-indicator-movement': change(0.3) })
const report = buildEarlySignal({ template, day: 60, week: 9, gates, facts })

it('says in one line how the program stands', () => {
  expect(report.headline).toBe('Day 60: amber – 5 of 8 gates passed, 1 failed, 1 inconclusive, 1 not checked')
  expect(report.words).toBe(template.earlySignals[0]!.words)
  expect(report.caveat).toMatch(/direction, not as proof/)
})

it('lists the gates that are due, with outcome, number and decision', () => {
  expect(report.gates.map(({ gate, outcome }) => `${gate} ${outcome}`)).toEqual([
    'W01 pass',
    'W02 pass',
    'W03 pass',
    'W04 pass',
    'W05 fail',
    'W06 pass',
    'W07 inconclusive',
    'W08 not checked',
  ])
  expect(report.gates[4]).toMatchObject({ value: '95 % (19 of 20)', decided: 'waive', title: 'Kickoffs and baseline' })
})

it('shows the gate of the present week once it has an outcome', () => {
  const later = buildEarlySignal({
    template,
    day: 60,
    week: 9,
    gates: [...gates, { gate: 'W09', outcome: passed }],
    facts,
  })
  expect(later.gates.at(-1)).toMatchObject({ gate: 'W09', outcome: 'pass' })
})

it('names what there is no data for', () => {
  expect(report.missing).toEqual([
    'At least one linked transformation KPI improved: no data yet, needs yes',
    'W08 Sprint sessions 3 and 4, pulse: not checked yet',
    'W07 Open systemic blockers: no data yet',
  ])
})
