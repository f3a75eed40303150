import { expect, test } from 'vitest'
import { bodyOf, draftProblems, emptyDraft } from '../../packages/console/src/gates/decide/decision-draft.ts'
import { recheckDays } from '../../packages/console/src/gates/decide/recheck-days.ts'
import type { Gate } from '../../packages/console/src/gates/gate/gate.ts'

const days: [string, string] = ['2027-04-03', '2027-06-01']
const weekly = { scaleDecision: false, needs: [], evaluations: [] } as unknown as Gate
const scale = {
  scaleDecision: true,
  needs: [{ fact: 'session-attendance', words: 'Session attendance' }],
  evaluations: [
    {
      conditions: [
        { fact: 'session-attendance', result: 'fail', reason: 'Session attendance 65 %, needs at least 80 %' },
        { fact: 'telemetry-fresh', result: 'pass', reason: 'Session telemetry is fresh: yes, needs yes' },
      ],
    },
  ],
} as unknown as Gate

test('a decision without choice and reason names both', () => {
  expect(Object.keys(draftProblems(weekly, emptyDraft, days))).toEqual(['choice', 'reason'])
})

test('a remediation needs a plan and a day that the program can be checked on', () => {
  const draft = { ...emptyDraft, choice: 'remediate', reason: 'Illness', plan: 'Hold them', recheckOn: '2027-06-02' }
  expect(draftProblems(weekly, draft, days)).toEqual({
    recheckOn: 'Choose a day from Sat 3 Apr 2027 to Tue 1 Jun 2027.',
  })
  expect(draftProblems(weekly, { ...draft, recheckOn: '2027-06-01' }, days)).toEqual({})
})

test('what was entered for another choice is not sent', () => {
  const draft = {
    ...emptyDraft,
    choice: 'waive',
    reason: ' Enough for now ',
    plan: 'left over',
    recheckOn: '2027-04-05',
  }
  expect(bodyOf(weekly, draft)).toEqual({ choice: 'waive', reason: 'Enough for now' })
})

test('scaling needs timeline, budget and a plan for each missed item of the checklist', () => {
  const draft = { ...emptyDraft, choice: 'scale', reason: 'It works' }
  const missing = ['timeline', 'budget', 'remediationPlans.session-attendance']
  expect(Object.keys(draftProblems(scale, draft, days))).toEqual(missing)
  const whole = { ...draft, timeline: 'By July', budget: '40 000 EUR', plans: { 'session-attendance': 'Reschedule' } }
  expect(draftProblems(scale, whole, days)).toEqual({})
  expect(bodyOf(scale, whole).remediationPlans).toEqual({ 'session-attendance': 'Reschedule' })
})

test('to end the program needs no plans for the checklist', () => {
  const draft = { ...emptyDraft, choice: 'sunset', reason: 'No effect', timeline: 'By July', budget: 'none, 0 EUR' }
  expect(draftProblems(scale, draft, days)).toEqual({})
})

test('a recheck can be today in the zone only before the hour of checks', () => {
  expect(recheckDays('2027-04-02T13:59:00Z', 'Europe/Berlin', '16:00')).toEqual(['2027-04-02', '2027-06-01'])
  expect(recheckDays('2027-04-02T14:00:00Z', 'Europe/Berlin', '16:00')[0]).toBe('2027-04-03')
})
