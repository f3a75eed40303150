import { toTemplateView } from '@pilotgate/contracts/program/views'
import { settingsProblems } from '@pilotgate/core/program/create-program'
import { copyTemplate } from '@pilotgate/core/program/edit-template'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { describe, expect, it } from 'vitest'
import { editOf, textsOf } from '../../packages/console/src/program/template-edit.ts'
import { changedThresholds, numbersOf, shownThreshold } from '../../packages/console/src/program/template-thresholds.ts'

const view = toTemplateView({ template: leadershipPilot24w, templateVersion: 1 }) as Parameters<typeof numbersOf>[0]
const gates = numbersOf(view)
const all = gates.flatMap(({ thresholds }) => thresholds)
const named = (key: string) => all.find((each) => each.key === key)!

describe('the thresholds of a template', () => {
  it('are shown as people read them', () => {
    const shown = (key: string) => shownThreshold(named(key), named(key).value)
    expect(shown('W06.session-attendance')).toBe('80')
    expect(shown('W03.provider-calibration')).toBe('4')
    expect(shown('W02.cohort-size')).toBe('20')
    expect(named('W09.reassignment-rate').comparison).toBe('less than')
    expect(gates.find(({ gate }) => gate === 'W01')!.others).toEqual(['Legal sign-off on data consent: yes'])
  })

  it('come back unchanged when nothing was touched', () => {
    expect(changedThresholds(gates, {})).toEqual({ thresholds: {}, problems: {} })
    const same = Object.fromEntries(all.map((each) => [each.key, shownThreshold(each, each.value)]))
    expect(changedThresholds(gates, same)).toEqual({ thresholds: {}, problems: {} })
  })

  it('are sent only where they differ, shares as shares, the cohort as one number', () => {
    const texts = { 'W06.session-attendance': '57,5', 'W11.managers-confirm-progress': '50', 'W02.cohort-size': '30' }
    const { problems, thresholds, minimumCohort } = changedThresholds(gates, texts)
    expect({ problems, thresholds, minimumCohort }).toEqual({
      problems: {},
      thresholds: { 'W06.session-attendance': 0.575 },
      minimumCohort: 30,
    })
    expect(settingsProblems(leadershipPilot24w, { thresholds, minimumCohort: 30 })).toEqual([])
  })

  it('are refused outside their range', () => {
    const texts = {
      'W06.session-attendance': '101',
      'W03.provider-calibration': '0.5',
      'W02.cohort-size': '2.5',
      'W07.open-systemic-blockers': '',
    }
    expect(changedThresholds(gates, texts).problems).toEqual({
      'W06.session-attendance': 'Enter a number from 0 to 100.',
      'W03.provider-calibration': 'Enter a number from 1 to 5.',
      'W02.cohort-size': 'Enter a whole number.',
      'W07.open-systemic-blockers': 'Enter a number.',
    })
  })
})

describe('the form of a template', () => {
  it('changes nothing when nothing was touched', () => {
    expect(editOf(view, textsOf(view))).toEqual({ edit: {}, problems: {} })
  })

  it('sends what differs, and the API makes a template of it', () => {
    const texts = {
      ...textsOf(view),
      title: ' Pilot EMEA ',
      weeks: '25',
      quorum: '4',
      thresholds: { 'W06.session-attendance': '75' },
      gates: { W24: { week: '25' }, W05: { title: 'Kickoffs and baseline' } },
      removed: ['W21'],
    }
    const { edit, problems } = editOf(view, texts)
    expect(problems).toEqual({})
    expect(edit).toEqual({
      title: 'Pilot EMEA',
      weeks: 25,
      steering: { quorum: 4 },
      thresholds: { 'W06.session-attendance': 0.75 },
      gates: { W24: { week: 25 } },
      removeGates: ['W21'],
    })
    const made = copyTemplate(leadershipPilot24w, edit as Parameters<typeof copyTemplate>[1])
    expect(made.gates).toHaveLength(23)
    expect(made.gates.at(-1)).toMatchObject({ gate: 'W24', week: 25 })
  })

  it('leaves out the thresholds of gates that are left out', () => {
    const texts = { ...textsOf(view), thresholds: { 'W06.session-attendance': '75' }, removed: ['W06'] }
    expect(editOf(view, texts).edit).toEqual({ removeGates: ['W06'] })
  })

  it('names the fields that are wrong', () => {
    const texts = { ...textsOf(view), title: ' ', weeks: '0', opens: '9', gates: { W02: { week: 'x' } } }
    expect(Object.keys(editOf(view, texts).problems).sort()).toEqual([
      'gates.W02.week',
      'hours.opens',
      'title',
      'weeks',
    ])
  })
})
