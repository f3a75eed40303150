import { rosterFindings } from '@pilotgate/core/selection/supervision/check-roster'
import { editRoster, readRoster } from '@pilotgate/core/selection/supervision/edit-roster'
import { type RosterInput, supervisorsOf } from '@pilotgate/core/selection/supervision/roster'
import { beforeEach, describe, expect, it } from 'vitest'
import { type World, world } from './world.ts'

const ids = (count: number, name = 'coach') => Array.from({ length: count }, (_, index) => `${name}-${index}`)
const one = (coaches: string[], personId = 'sven'): RosterInput['masters'][number] => ({ personId, leads: [], coaches })

describe('the ratio (Q1)', () => {
  const found = (masters: RosterInput['masters'], coaches: string[]) => {
    const { findings, ratio } = rosterFindings({ masters }, new Set(coaches), new Set(coaches))
    return { findings: findings.map(({ finding, personIds }) => `${finding}: ${personIds.join(' ')}`), ratio }
  }

  it.each<[string, RosterInput['masters'], string[], string[]]>([
    ['nobody yet', [], [], []],
    ['one with seven in all', [one(ids(7))], ids(7), []],
    ['one with fifteen', [one(ids(15))], ids(15), []],
    ['one with sixteen', [one(ids(16))], ids(16), ['ratio: sven']],
    ['two with eight each', [one(ids(8)), one(ids(8, 'more'), 'lea')], [...ids(8), ...ids(8, 'more')], []],
    [
      'two, one of them with seven',
      [one(ids(8)), one(ids(7, 'more'), 'lea')],
      [...ids(8), ...ids(7, 'more')],
      ['ratio: lea'],
    ],
    ['no master coach', [], ids(2), ['missing: coach-0 coach-1']],
    ['somebody without a credential', [one(['coach-0', 'out'])], ids(1), ['without credential: out']],
  ])('%s', (_, masters, coaches, findings) => {
    expect(found(masters, coaches).findings).toEqual(findings)
  })

  it('counts lead coaches who are internal coaches themselves, and no coaches from outside', () => {
    const leads = [{ personId: 'coach-0', coaches: ids(16).slice(1) }]
    const masters = [{ personId: 'sven', leads, coaches: ['outside'] }]
    const internal = new Set(ids(16))
    const { findings } = rosterFindings({ masters }, internal, new Set([...internal, 'outside']))
    expect(findings.map(({ words }) => words)).toEqual([
      '16 internal coaches under one master coach are more than 15: name another master coach.',
    ])
  })

  it.each<[RosterInput['masters'], number, string]>([
    [[], 0, 'There are no internal coaches to supervise yet; the rule is one master coach for 8 to 15.'],
    [[], 3, 'No master coach for 3 internal coaches; the rule is one master coach for 8 to 15.'],
    [[one([])], 3, '1 master coach for 3 internal coaches; with fewer than 8 in all, one is enough.'],
    [[one([])], 12, '1 master coach for 12 internal coaches, 12 for each; the rule is one master coach for 8 to 15.'],
    [
      [one([]), one([], 'lea')],
      25,
      '2 master coaches for 25 internal coaches, 12.5 for each; the rule is one master coach for 8 to 15.',
    ],
  ])('is said in words (%#)', (masters, count, words) => {
    expect(found(masters, ids(count)).ratio).toBe(words)
  })
})

describe('the roster of a program', () => {
  let here: World
  /** Ida reports to Sven, and Mona reports to Otto. */
  beforeEach(async () => {
    here = await world()
    await here.person('mona', ['supervisor'], 'otto')
    await here.provider('ida', {}, 'sven')
    await here.provider('otto')
    await here.provider('pia')
  })
  const save = (masters: RosterInput['masters'], expected = 0, actor = here.lead) =>
    editRoster(here.at(), actor, here.programId, expected, { masters })
  const read = () => readRoster(here.store, here.lead, here.programId)

  it('is kept with what has to be put right, against the version that was read', async () => {
    expect(await read()).toMatchObject({ version: 0, masters: [], findings: [{ finding: 'missing' }] })
    const masters = [{ personId: 'lea', leads: [{ personId: 'mona', coaches: ['ida'] }], coaches: ['pia'] }]
    expect(await save(masters)).toMatchObject({ version: 1, findings: [{ finding: 'missing', personIds: ['otto'] }] })
    await expect(save(masters)).rejects.toMatchObject({ code: 'StaleVersion' })
    await save([{ ...masters[0]!, coaches: ['pia', 'otto'] }], 1)
    expect(await read()).toMatchObject({ version: 2, findings: [], by: 'lea' })
    expect(supervisorsOf(await read(), 'ida')).toEqual(['mona', 'lea'])
    expect(supervisorsOf(await read(), 'lea')).toEqual([])
    await here.edit('otto', { status: 'suspended' })
    expect(await read()).toMatchObject({ findings: [{ finding: 'without credential', personIds: ['otto'] }] })
  })

  it.each<[string, RosterInput['masters'], string, RegExp]>([
    ['somebody over themselves', [one(['sven'])], 'masters.0.coaches.0', /themselves/],
    ['a manager over a report', [one(['pia', 'ida'])], 'masters.0.coaches.1', /direct report/],
    ['a report over their manager', [one(['otto'], 'mona')], 'masters.0.coaches.0', /own manager/],
    ['somebody twice', [one(['pia']), one(['pia'], 'lea')], 'masters.1.coaches.0', /twice/],
    ['a stranger', [one(['nobody'])], 'masters.0.coaches.0', /no active part/],
    ['somebody who is no coach', [one(['olga'])], 'masters.0.coaches.0', /no coach/],
    [
      'a lead coach who may not supervise',
      [{ personId: 'lea', leads: [{ personId: 'pia', coaches: [] }], coaches: [] }],
      'masters.0.leads.0.personId',
      /role/,
    ],
  ])('is refused with %s', async (_, masters, field, words) => {
    const refusal = await save(masters).catch((error) => error)
    expect(refusal).toMatchObject({ code: 'InvalidInput', problems: [{ field }] })
    expect(refusal.problems[0].problem).toMatch(words)
    expect((await read()).version).toBe(0)
  })

  it('is not for mentor leads to change', async () => {
    await expect(save([], 0, here.mentorLead)).rejects.toMatchObject({ code: 'NotAllowed' })
  })
})
