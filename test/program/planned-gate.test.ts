import { gateOfPlan, plannedGate } from '@pilotgate/core/program/planned-gate'
import type { Program } from '@pilotgate/core/program/program'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { describe, expect, it } from 'vitest'

const program: Program = {
  tenantId: 't',
  scope: '-',
  id: 'p',
  version: 1,
  name: 'Pilot',
  templateId: 'leadership-pilot-24w',
  templateVersion: 1,
  startDate: '2027-01-04',
  zone: 'Europe/Berlin',
  thresholds: {},
  minimumCohort: 20,
  status: 'running',
  currentGate: 'W02',
  slippedWeeks: 0,
  history: [],
}
const template = leadershipPilot24w
const [, second, third] = template.gates
const atStart = (gate = third!) => plannedGate(program, template, gate)
const slipped = { ...program, slippedWeeks: 2 }

describe('a gate as the plan has it now', () => {
  it('moves by the weeks that the plan has slipped since it was laid out', () => {
    expect(atStart().opensAt).toBe('2027-01-18T08:00:00.000Z')
    expect(gateOfPlan(slipped, template, third!, atStart())).toEqual({
      ...atStart(),
      opensAt: '2027-02-01T08:00:00.000Z',
      checksAt: '2027-02-05T15:00:00.000Z',
    })
  })

  it('keeps what was fixed for the week the program is at, and what has happened', () => {
    const current = { ...atStart(second), opensAt: '2027-01-13T10:00:00.000Z' }
    expect(gateOfPlan(slipped, template, second!, current)).toBe(current)
    const closed = { ...atStart(), status: 'closed' as const }
    expect(gateOfPlan(slipped, template, third!, closed)).toBe(closed)
  })

  it('plans a gate that has no record yet', () => {
    expect(gateOfPlan(program, template, third!, undefined)).toEqual(atStart())
  })
})
