import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../packages/core/src/program/check-template.ts'
import {
  checkEdit,
  copyTemplate,
  type TemplateEdit,
  templateEdit,
} from '../../packages/core/src/program/edit-template.ts'
import { programTemplate } from '../../packages/core/src/program/template.ts'
import { leadershipPilot24w as pilot } from '../../packages/core/src/program/templates/leadership-pilot-24w.ts'

const copy = (edit: TemplateEdit) => copyTemplate(pilot, { templateId: 'our-pilot', ...edit })
const gateOf = (edit: TemplateEdit, id: string) => copy(edit).gates.find(({ gate }) => gate === id)!

describe('copyTemplate', () => {
  it('changes nothing but the id when nothing else is asked for, and shares nothing with its source', () => {
    const plain = copy({ title: undefined, gates: { W06: { title: undefined } } })
    expect(plain).toEqual({ ...pilot, templateId: 'our-pilot' })
    plain.gates[0]!.work.push('more')
    plain.steering.committee.pop()
    expect(pilot.gates[0]!.work).toHaveLength(3)
    expect(pilot.steering.committee).toHaveLength(5)
  })

  it('keeps the id when no new one is given, for the next version of the same template', () => {
    expect(copyTemplate(pilot, { title: 'Ours' })).toMatchObject({ templateId: pilot.templateId, title: 'Ours' })
  })

  it('changes single settings and leaves their neighbours', () => {
    const edited = copy({ steering: { quorum: 4 }, hours: { checks: '17:00' }, patience: { reminders: 1 } })
    expect(edited.steering).toEqual({ ...pilot.steering, quorum: 4 })
    expect(edited.hours).toEqual({ opens: '09:00', checks: '17:00' })
    expect(edited.patience).toEqual({ days: 3, reminders: 1 })
  })

  it('changes a threshold, and writes the words anew so that they agree', () => {
    expect(gateOf({ thresholds: { 'W06.session-attendance': 0.75 } }, 'W06').criterion).toEqual({
      words: 'Session attendance: at least 75 %',
      all: [{ rule: 'at-least', fact: 'session-attendance', threshold: 0.75 }],
    })
    expect(gateOf({ thresholds: { 'W06.session-attendance': 0.75 } }, 'W12')).toEqual(pilot.gates[11])
    expect(gateOf({ thresholds: { 'W06.session-attendance': 0.8 } }, 'W06')).toEqual(pilot.gates[5])
  })

  it('keeps the words an owner gives', () => {
    const criterion = { words: 'Three in four sessions were held' }
    const edited = gateOf({ gates: { W06: { criterion } }, thresholds: { 'W06.session-attendance': 0.75 } }, 'W06')
    expect(edited.criterion).toMatchObject({ ...criterion, all: [{ threshold: 0.75 }] })
  })

  it('changes criteria, roles, asks and weeks of a gate', () => {
    const all = [{ rule: 'at-most' as const, fact: 'open-systemic-blockers', threshold: 1 }]
    const edited = gateOf({ gates: { W07: { criterion: { all }, responsible: ['supervisor'], asks: [] } } }, 'W07')
    expect(edited).toMatchObject({
      responsible: ['supervisor'],
      asks: [],
      criterion: { words: 'Open systemic blockers: at most 1', all },
    })
  })

  it('moves gates into week order, and adds and removes gates', () => {
    const extra = { ...pilot.gates[6]!, gate: 'X01', week: 0 }
    const edited = copy({ gates: { W07: { week: 25 } }, weeks: 25, removeGates: ['W06'], addGates: [extra] })
    expect(edited.gates.map(({ gate }) => gate)).toEqual([
      'X01',
      ...pilot.gates.map(({ gate }) => gate).filter((gate) => gate !== 'W06' && gate !== 'W07'),
      'W07',
    ])
    expect(checkTemplate(edited)).toEqual([])
  })

  it('carries a new minimum cohort into the criterion', () => {
    const edited = copy({ minimumCohort: 30 })
    expect(edited.gates[1]!.criterion.all[0]).toMatchObject({ fact: 'cohort-size', threshold: 30 })
    expect(checkTemplate(edited)).toEqual([])
  })

  it('gives a template of the right shape, whose impossible numbers checkTemplate names', () => {
    const edited = copy({ thresholds: { 'W06.session-attendance': 1.2 } })
    expect(programTemplate.safeParse(edited).success).toBe(true)
    expect(checkTemplate(edited)).toMatchObject([{ field: 'gates.5.criterion.all.0.threshold' }])
  })
})

describe('checkEdit', () => {
  it('names gates and thresholds that the source does not have', () => {
    const edit: TemplateEdit = {
      gates: { W99: { title: 'x' }, W06: { gate: 'S06' } },
      removeGates: ['W05', 'W98'],
      thresholds: { 'W06.session-attendance': 0.7, 'W06.cohort-size': 3, nonsense: 1, 'W01.legal-sign-off': 1 },
    }
    expect(checkEdit(pilot, edit).map(({ field }) => field)).toEqual([
      'gates.W99',
      'removeGates.1',
      'thresholds.W06.cohort-size',
      'thresholds.nonsense',
      'thresholds.W01.legal-sign-off',
    ])
    expect(checkEdit(pilot, {})).toEqual([])
  })
})

it('templateEdit refuses what is no edit', () => {
  expect(
    templateEdit.safeParse({ gates: { W06: { criterion: { words: 'new' } } }, hours: { opens: '08:00' } }).success,
  ).toBe(true)
  expect(templateEdit.safeParse({ gates: { W06: { colour: 'red' } } }).success).toBe(false)
  expect(templateEdit.safeParse({ titel: 'x' }).success).toBe(false)
})
