import { describe, expect, it } from 'vitest'
import { inverse, scaled } from '../../../packages/console/src/measurement/fields/scaled.ts'
import { columnsOf, peopleIn } from '../../../packages/console/src/measurement/impact/csv-columns.ts'
import { type Definition, draftOf, mapOf } from '../../../packages/console/src/measurement/kpis/map-draft.ts'
import { inWords, targetInWords, typed } from '../../../packages/console/src/words/figure.ts'

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

describe('figures in words', () => {
  it('carry their unit and sign', () => {
    expect(plain(inWords({ value: { kind: 'value', value: 0.8596 }, unit: 'share' }))).toBe('86 %')
    expect(plain(inWords({ value: { kind: 'value', value: -0.3 }, unit: 'rating points' }))).toBe('−0.3 points')
    expect(plain(targetInWords({ target: { test: 'at most', value: 10.4 }, unit: 'days' }))).toBe('at most 10.4 days')
  })
  it('never write 0 where nothing is known', () => {
    expect(inWords({ value: { kind: 'no data', why: 'No session was scheduled.' }, unit: 'share' })).toBe('no data')
  })
  it('are read as people type them', () => {
    expect(['', '0,5', '1,234.5', '12 000', 'abc'].map(typed)).toEqual([undefined, 0.5, 1234.5, 12_000, Number.NaN])
  })
})

describe('the KPI map', () => {
  const definitions = [
    { kpi: 'K1', unit: 'share' },
    { kpi: 'K12', unit: 'days' },
  ] as Definition[]
  const settings = {
    K1: { ownerId: 'ann', feedConfirmed: true, target: 0.07, part: 'leading' as const },
  }
  it('comes back as it was when nothing is changed, shares in per cent meanwhile', () => {
    const draft = draftOf(settings, definitions)
    expect(draft.K1?.target).toBe('7')
    expect(mapOf(draft, definitions)).toEqual({ kpis: settings, wrong: new Map() })
  })
  it('names what is no number, and what is more than all', () => {
    const draft = draftOf(settings, definitions)
    const changed = { K1: { ...draft.K1!, target: '180' }, K12: { ...draft.K12!, baseline: 'soon' } }
    expect([...mapOf(changed, definitions).wrong.keys()]).toEqual(['kpis.K1.target', 'kpis.K12.baseline'])
  })
})

describe('amounts of money', () => {
  const factors = { planned: 100, caused: 0.01 }
  const typedIn = { months: 9, lines: [{ planned: 1.15, caused: { low: 30, high: 70 } }] }
  const sent = { months: 9, lines: [{ planned: 115, caused: { low: 0.3, high: 0.7 } }] }
  it('are typed in the currency and sent in whole cents, shares in per cent', () => {
    expect(scaled(typedIn, factors)).toEqual(sent)
  })
  it('are shown again as they were typed', () => {
    expect(scaled(sent, inverse(factors))).toEqual(typedIn)
  })
})

describe('the file of a comparison', () => {
  it('has its columns named as the platform reads them', () => {
    expect(columnsOf('\uFEFFID;Treated;Outcome Before\r\nA;1;3\r\n')).toEqual(['id', 'treated', 'outcome_before'])
    expect(peopleIn('id,treated\nA,1\nB,0\n\n')).toBe(2)
  })
})
