import { isDomainError } from '@pilotgate/core/errors'
import type { GivenOptions } from '@pilotgate/core/measurement/impact/impact-options'
import { impactReport } from '@pilotgate/core/measurement/impact/impact-report'
import type { ImpactRow } from '@pilotgate/core/measurement/impact/impact-rows'
import { impactThresholds } from '@pilotgate/core/measurement/impact/impact-thresholds'
import { judgeImpact } from '@pilotgate/core/measurement/impact/judge-impact'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { describe, expect, it } from 'vitest'
import { pilot, pilotCovariates } from './people.ts'

const rows = pilot(3, 300, 4)
const measure = (people: ImpactRow[], more: Partial<GivenOptions> = {}) =>
  measureImpact(people, { covariates: pilotCovariates, bootstrap: 200, permutations: 200, ...more })

describe('what a result may be called', () => {
  const side = { treated: 1, comparison: 1, varianceRatio: 1 }
  const balanced = (difference: number) => [
    {
      column: 'tenure',
      before: { ...side, difference: 0.5 },
      after: { ...side, difference, balanced: Math.abs(difference) <= impactThresholds.balancedWithin },
    },
  ]
  const effect = (low: number, high: number) => ({
    estimate: (low + high) / 2,
    treatedMean: 1,
    comparisonMean: 0,
    interval: [low, high] as [number, number],
    pValue: 0.01,
    gamma: 2,
  })
  const people = (matched: number, independent = matched) => ({
    treated: 99,
    untreated: 99,
    matched,
    comparison: 99,
    independent,
  })

  it.each([
    ['enough, alike, apart from 0', effect(1, 3), 0.1, people(30), 'signal', 'excludes 0'],
    ['an effect that goes down', effect(-3, -1), -0.1, people(30), 'signal', 'excludes 0'],
    [
      'one participant too few',
      effect(1, 3),
      0,
      people(29),
      'directional only',
      '29 matched participants, fewer than 30',
    ],
    [
      'the same few outside again and again',
      effect(1, 3),
      0,
      people(40, 29),
      'directional only',
      '29 independent comparisons',
    ],
    ['an interval that touches 0', effect(0, 3), 0, people(30), 'directional only', 'contains 0'],
    ['groups that differ', effect(1, 3), -0.11, people(30), 'directional only', 'tenure (-0.11)'],
    ['nobody matched', null, 0, people(0), 'directional only', 'no effect is given'],
  ])('%s', (_, found, difference, who, label, reason) => {
    const judged = judgeImpact(found, balanced(difference), who)
    expect(judged.label).toBe(label)
    expect(judged.reasons.join(' ')).toContain(reason)
  })
})

describe('a report', () => {
  it('fits its schema, also after storing, and stays small beside its ids', () => {
    const report = measure(rows, { attestations: { confirmed: 9, asked: 12 } })
    expect(impactReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
    expect(report.attestations).toEqual({ confirmed: 9, asked: 12, share: 0.75 })
    expect(JSON.stringify({ ...report, pairs: [], unmatched: [] }).length).toBeLessThan(4_096)
  })

  it('calls a large effect among many a signal', () => {
    const report = measure(pilot(7, 3_000, 4))
    expect(report.reasons).toEqual([expect.stringContaining('the interval excludes 0')])
    expect(report.label).toBe('signal')
  })

  it('is given without an effect when nobody is comparable', () => {
    const apart = rows.map((row) => ({
      ...row,
      covariates: { ...row.covariates, site: row.treated ? 'here' : 'there' },
    }))
    const report = measure(apart, { exact: ['site'] })
    expect(report).toMatchObject({ effect: null, label: 'directional only', pairs: [], people: { matched: 0 } })
    expect(report.balance.every(({ after }) => after === null)).toBe(true)
    expect(new Set(report.unmatched.map(({ why }) => why))).toEqual(
      new Set(['Nobody outside the program has the same site.']),
    )
    expect(impactReport.parse(report)).toEqual(report)
  })
})

describe('rows that cannot be used', () => {
  const changed = (at: number, change: (row: ImpactRow) => Partial<ImpactRow>): ImpactRow[] =>
    rows.map((row, number) => (number === at ? { ...row, ...change(row) } : row))
  const given = (at: number, column: string, value: number | string) =>
    changed(at, ({ covariates }) => ({ covariates: { ...covariates, [column]: value } }))
  const every = (column: string, value: (row: ImpactRow) => number | string): ImpactRow[] =>
    rows.map((row) => ({ ...row, covariates: { ...row.covariates, [column]: value(row) } }))
  const number = ({ covariates }: ImpactRow, column: string) => covariates[column] as number
  const took = rows.filter(({ treated }) => treated)

  it.each<[string, ImpactRow[], Partial<GivenOptions>, string, RegExp]>([
    ['a missing number', given(4, 'tenure', ''), {}, 'row 5, tenure', /^Is missing\. Fill it in/],
    ['a column that a row lacks', changed(4, () => ({ covariates: {} })), {}, 'row 5, tenure', /^Is missing/],
    ['a text among numbers', given(4, 'tenure', 'long'), {}, 'row 5, tenure', /^"long" is not a number/],
    ['an infinite number', given(4, 'tenure', Number.POSITIVE_INFINITY), {}, 'row 5, tenure', /is not a number/],
    ['an outcome that is none', changed(4, () => ({ outcome: Number.NaN })), {}, 'row 5, outcome', /not a number/],
    [
      'the line of the file',
      changed(4, () => ({ outcome: Number.NaN, line: 17 })),
      {},
      'row 17, outcome',
      /not a number/,
    ],
    ['an id twice', changed(4, () => ({ id: rows[0]!.id })), {}, 'row 5, id', /stands in an earlier row/],
    ['no id', changed(4, () => ({ id: '' })), {}, 'row 5, id', /Give each person an id/],
    ['only participants', took, {}, 'treated', /Everybody took part/],
    ['no participants', rows.filter(({ treated }) => !treated), {}, 'treated', /Nobody took part/],
    [
      'one participant',
      [took[0]!, ...rows.filter(({ treated }) => !treated)],
      {},
      'treated',
      /1 in and \d+ outside .* too few/,
    ],
    ['no rows', [], {}, 'treated', /Nobody took part/],
    [
      'fewer people than columns',
      [...took.slice(0, 2), ...rows.filter(({ treated }) => !treated).slice(0, 2)],
      {},
      'rows',
      /too few for 3 columns. Give at least 5/,
    ],
    ['a column the same for everybody', every('tenure', () => 3), {}, 'tenure', /Is 3 for everybody/],
    ['a category the same for everybody', every('role', () => 'lead'), {}, 'role', /Is lead for everybody/],
    [
      'a category of participants only',
      every('role', (row) => (row.treated && row.id.endsWith('1') ? 'ceo' : 'lead')),
      {},
      'role=ceo',
      /^Separates the groups: nobody outside the program has it/,
    ],
    [
      'a number that parts the groups',
      every('tenure', (row) => number(row, 'tenure') + (row.treated ? 99 : 0)),
      {},
      'tenure',
      /nobody in the program is below/,
    ],
    [
      'a column that is the sum of others',
      every('sum', (row) => number(row, 'tenure') + number(row, 'complexity')),
      { covariates: [...pilotCovariates, 'sum'] },
      'sum',
      /^Follows from the other covariates/,
    ],
    [
      'columns that part the groups together',
      every('sum', (row) => number(row, 'tenure') + (row.treated ? 0.01 : -0.01)),
      { covariates: [...pilotCovariates, 'sum'] },
      'sum',
      /tells for certain who took part/,
    ],
    ['no covariates', rows, { covariates: [] }, 'covariates', /Name at least one column/],
    ['a caliper below 0', rows, { caliper: -1 }, 'caliper', /above 0, or none/],
    ['half a person', rows, { ratio: 1.5 }, 'ratio', /int/],
  ])('%s: names place and remedy', (_, people, more, field, problem) => {
    try {
      measure(people, more)
      expect.unreachable('was measured')
    } catch (error) {
      if (!isDomainError(error, 'InvalidInput')) throw error
      expect(error.problems[0]).toEqual({ field, problem: expect.stringMatching(problem) })
      expect(error.message).toContain(field)
    }
  })

  it('are all told of, the first ten in the message', () => {
    const empty = rows.map((row) => ({ ...row, outcome: Number.NaN }))
    expect(() => measure(empty)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^(row \d+, outcome: .*\n){10}And 290 more like these\.$/),
      }),
    )
  })
})
