import { describe, expect, it } from 'vitest'
import { ragOf } from '../../packages/core/src/gates/rag.ts'
import { change, count, factsOf, no, ratio, type Values, yes } from './fact-values.ts'

const good: Values = {
  'session-attendance': ratio(4, 5),
  'early-behaviour-lift': change(0.2),
  'linked-kpi-improved': yes,
}
const colour = (values: Values) => ragOf(factsOf({ ...good, ...values })).rag

describe('RAG (domain §7.1)', () => {
  it('is green when all three are met', () => {
    expect(ragOf(factsOf(good))).toMatchObject({ rag: 'green', needsMitigation: [] })
  })

  it.each<[Values, string[]]>([
    [{ 'session-attendance': ratio(3, 4) }, ['attendance']],
    [{ 'linked-kpi-improved': no, 'early-behaviour-lift': change(0) }, ['behaviour lift', 'linked KPI']],
    [{ 'linked-kpi-improved': undefined }, ['linked KPI']],
  ])('is amber, with mitigations, when partly met: %j', (values, needsMitigation) => {
    expect(ragOf(factsOf({ ...good, ...values }))).toMatchObject({ rag: 'amber', needsMitigation })
  })

  it('is red when the evidence is not enough: nothing met, or two of three unknown', () => {
    expect(
      colour({ 'session-attendance': ratio(1, 2), 'early-behaviour-lift': change(-1), 'linked-kpi-improved': no }),
    ).toBe('red')
    expect(colour({ 'early-behaviour-lift': undefined, 'linked-kpi-improved': undefined })).toBe('red')
    expect(ragOf(new Map())).toMatchObject({
      rag: 'red',
      words: 'Not enough evidence: 0 of 3 met',
      needsMitigation: [],
    })
  })

  it('reads behaviour lift off the latest measure that has data', () => {
    expect(colour({ 'target-behaviours-moved': count(0) })).toBe('amber')
    expect(colour({ 'early-behaviour-lift': undefined, 'primary-indicator-movement': change(0.1) })).toBe('green')
  })

  it('takes the attendance of the program', () => {
    expect(ragOf(factsOf({ ...good, 'session-attendance': ratio(3, 4) }), { attendance: 0.75 }).rag).toBe('green')
  })
})
