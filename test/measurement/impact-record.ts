import type { ImpactRecord } from '@pilotgate/core/measurement/impact/impact-record'

type Sample = Pick<ImpactRecord, 'better'> & {
  estimate: number
  interval: [number, number]
  matched?: number
  asked?: number
}

/** An impact report with an effect; nothing else of it matters. */
export const impactRecord = ({ better, estimate, interval, matched = 30, asked = 20 }: Sample): ImpactRecord => ({
  tenantId: 't',
  scope: 'p',
  id: 'IMPACT.01A',
  version: 1,
  by: 'analyst',
  at: '2027-06-07T08:00:00.000Z',
  title: 'Days to approval',
  better,
  report: {
    method: {
      covariates: ['tenure'],
      exact: [],
      distance: 'propensity',
      caliper: 0.2,
      ratio: 1,
      replacement: false,
      order: 'largest',
      seed: 1,
      bootstrap: 2000,
      permutations: 5000,
      treatment: 'treated',
      outcome: 'days',
      unit: 'days',
    },
    people: { treated: 40, untreated: 120, matched, comparison: matched, independent: matched },
    propensity: [],
    balance: [
      {
        column: 'tenure',
        before: { treated: 6, comparison: 4, difference: 0.7, varianceRatio: 1 },
        after: { treated: 6, comparison: 5.9, difference: 0.03, varianceRatio: 1, balanced: true },
      },
    ],
    effect: { estimate, treatedMean: 31, comparisonMean: 31 - estimate, interval, pValue: 0.012, gamma: 1.8 },
    label: 'directional only',
    reasons: ['30 matched participants are few.'],
    attestations: { confirmed: 15, asked, share: 15 / asked },
    pairs: [{ treated: 'T1', comparison: ['C1'] }],
    unmatched: [],
  },
})
