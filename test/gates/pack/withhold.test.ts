import { packImpact } from '@pilotgate/core/gates/pack/pack-measured'
import { smallGroups, withhold } from '@pilotgate/core/gates/pack/withhold'
import { describe, expect, test } from 'vitest'
import { impactRecord } from '../../measurement/impact-record.ts'
import { change, count, rating, ratio } from '../fact-values.ts'

describe('answers of small groups (P7)', () => {
  const hidden = 'not shown (fewer than 5 answers)'

  test.each([
    ['participant-rating', rating(4, 4), '4.0 of 5 (4 answers)'],
    ['early-behaviour-lift', change(0.4, 3), '+0.4 (3 answers)'],
    ['managers-confirm-progress', ratio(1, 3), '33.3 % (1 of 3)'],
  ])(
    '%s of fewer than five people is withheld, with what its source and its contradiction tell',
    (fact, value, words) => {
      const source = { note: '1 of them said no' }
      expect(smallGroups([{ fact, value, source, contradiction: 'stated: 2.0' }])).toEqual([
        [words, hidden],
        ['1 of them said no', hidden],
        ['stated: 2.0', hidden],
      ])
    },
  )

  test.each([
    ['participant-rating', rating(4, 5)],
    ['managers-confirm-progress', ratio(3, 5)],
    ['managers-confirm-progress', ratio(0, 0)],
    ['session-attendance', ratio(1, 3)],
    ['open-systemic-blockers', count(2)],
  ])('%s %j is shown', (fact, value) => {
    expect(smallGroups([{ fact, value }])).toEqual([])
  })

  const sample = { better: 'lower', estimate: -15, interval: [-18, -11] } as const
  test('a comparison of fewer than five people shows neither effect nor balance', () => {
    const few = packImpact(impactRecord({ ...sample, interval: [-18, -11], matched: 4 }))
    expect(few).toMatchObject({ effect: null, balance: [], label: 'directional only' })
    expect(packImpact(impactRecord({ ...sample, interval: [-18, -11], matched: 5 })).effect).not.toBeNull()
    expect(JSON.stringify(few)).not.toMatch(/pairs|T1|C1/)
  })

  test('nor are the attestations of fewer than five managers shown', () => {
    const of = (asked: number) => packImpact(impactRecord({ ...sample, interval: [-18, -11], asked })).attestations
    expect(of(4)).toBe(hidden)
    expect(of(20)).toBe('15 of 20 (75 %)')
  })
})

describe('withheld texts', () => {
  test('go wherever they stand, as whole words, the longest first', () => {
    const data = {
      plan: 'Zofia Tanaka and Zofia (zofia@nw.test) meet Zofiana.',
      deep: [{ by: 'P1', count: 2, none: undefined }],
    }
    const instead = 'a member of the program'
    const texts = ['Zofia', 'Zofia Tanaka', 'zofia@nw.test', 'P1'].map((text) => [text, instead] as const)
    expect(withhold(data, texts)).toEqual({
      plan: `${instead} and ${instead} (${instead}) meet Zofiana.`,
      deep: [{ by: instead, count: 2, none: undefined }],
    })
  })

  test('may hold what a pattern would read otherwise, and empty ones do nothing', () => {
    expect(
      withhold({ a: '4.0 of 5 (4 answers), 4x0 of 5' }, [
        ['4.0 of 5 (4 answers)', 'x'],
        ['', 'y'],
      ]),
    ).toEqual({ a: 'x, 4x0 of 5' })
    const same = { a: 'b' }
    expect(withhold(same, [])).toBe(same)
  })
})
