import { toTemplateView } from '@pilotgate/contracts/program/views'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { describe, expect, it } from 'vitest'
import {
  differs,
  keptThresholds,
  problemWith,
  thresholdRows,
} from '../../packages/console/src/program/settings-threshold-rows.ts'

const view = toTemplateView({ template: leadershipPilot24w, templateVersion: 1, copiedFrom: undefined })
const saved = { 'W06.session-attendance': 0.75, 'W02.cohort-size': 30 }
const rows = thresholdRows(view, saved)
const typed = Object.fromEntries(rows.map(({ key, saved: text }) => [key, text]))

describe('thresholds as an owner edits them', () => {
  it('writes shares as per cent, beside what the template demands', () => {
    expect(rows.find(({ key }) => key === 'W06.session-attendance')).toMatchObject({
      words: 'Session attendance',
      comparison: 'at least',
      unit: '%',
      byTemplate: '80',
      saved: '75',
    })
    expect(rows.find(({ key }) => key === 'W03.provider-calibration')).toMatchObject({ unit: 'of 5', byTemplate: '4' })
  })

  it('leaves the size of the cohort to its own setting, and keeps what is saved for it', () => {
    expect(rows.map(({ key }) => key)).not.toContain('W02.cohort-size')
    expect(keptThresholds(view, typed, saved)).toEqual(saved)
  })

  it('keeps only what differs from the template, as the share that the API knows', () => {
    const values = { ...typed, 'W06.session-attendance': '80', 'W09.reassignment-rate': '7,5' }
    expect(keptThresholds(view, values, {})).toEqual({ 'W09.reassignment-rate': 0.075 })
  })

  it('tells a number that differs from the template, and what is none', () => {
    const row = rows.find(({ key }) => key === 'W06.session-attendance')!
    expect([differs(row, '80'), differs(row, '75'), differs(row, '')]).toEqual([false, true, true])
    expect(problemWith(row, '80')).toBeUndefined()
    expect(problemWith(row, 'many')).toBe('Enter a number.')
  })
})
