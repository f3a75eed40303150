import { toleratedGamma, worstP } from '@pilotgate/core/measurement/impact/hidden-bias'
import { fitLogistic } from '@pilotgate/core/measurement/impact/logistic-regression'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { mean } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { experiment, lalonde, lalondeCovariates, nswCovariates } from './people.ts'

describe('LaLonde data, 1:1 nearest neighbours without replacement or caliper', () => {
  const report = measureImpact(lalonde, { covariates: lalondeCovariates, caliper: null })
  const line = (column: string) => report.balance.find((each) => each.column === column)!

  // MatchIt 4, vignette "MatchIt: Getting Started", summary(m.out0): mean treated, mean control, std. mean diff., var. ratio.
  it.each([
    ['propensity', 0.5774, 0.1822, 1.7941, 0.9211],
    ['age', 25.8162, 28.0303, -0.3094, 0.44],
    ['educ', 10.3459, 10.2354, 0.055, 0.4959],
    ['race=black', 0.8432, 0.2028, 1.7615, null],
    ['race=hispan', 0.0595, 0.1422, -0.3498, null],
    ['race=white', 0.0973, 0.655, -1.8819, null],
    ['married', 0.1892, 0.5128, -0.8263, null],
    ['nodegree', 0.7081, 0.5967, 0.245, null],
    ['re74', 2095.5737, 5619.2365, -0.7211, 0.5181],
    ['re75', 1532.0553, 2466.4844, -0.2903, 0.9563],
  ])('before matching, %s is as published', (column, treated, comparison, difference, ratio) => {
    const { before } = line(column)
    expect(before.treated).toBeCloseTo(treated, 4)
    expect(before.comparison).toBeCloseTo(comparison, 4)
    expect(before.difference).toBeCloseTo(difference, 4)
    if (ratio === null) expect(before.varianceRatio).toBeNull()
    else expect(before.varianceRatio).toBeCloseTo(ratio, 4)
  })

  // The same vignette, summary(m.out1, un = FALSE).
  it.each([
    ['propensity', 0.3629, 0.9739, 0.7566],
    ['age', 25.3027, 0.0718, 0.4568],
    ['educ', 10.6054, -0.129, 0.5721],
    ['race=black', 0.4703, 1.0259, null],
    ['race=hispan', 0.2162, -0.6629, null],
    ['race=white', 0.3135, -0.7296, null],
    ['married', 0.2108, -0.0552, null],
    ['nodegree', 0.6378, 0.1546, null],
    ['re74', 2342.1076, -0.0505, 1.3289],
    ['re75', 1614.7451, -0.0257, 1.4956],
  ])('after matching, %s is as published', (column, comparison, difference, ratio) => {
    const { before, after } = line(column)
    expect(after!.treated).toBe(before.treated)
    expect(after!.comparison).toBeCloseTo(comparison, 4)
    expect(after!.difference).toBeCloseTo(difference, 4)
    if (ratio === null) expect(after!.varianceRatio).toBeNull()
    else expect(after!.varianceRatio).toBeCloseTo(ratio, 4)
    expect(after!.balanced).toBe(Math.abs(difference) <= 0.1)
  })

  it('matches as many as published, and does not call the result a signal', () => {
    expect(report.people).toMatchObject({ treated: 185, untreated: 429, matched: 185, comparison: 185 })
    expect(report.label).toBe('directional only')
    expect(report.reasons.join(' ')).toContain('race=black (1.03)')
  })

  // R 4.2.2, glm(…, family = binomial): data/reference.R.
  it.each([
    ['intercept', -1.663281595],
    ['age', 0.01577707099],
    ['educ', 0.161306877],
    ['race=hispan', -2.081734119],
    ['race=white', -3.065367729],
    ['married', -0.8321132753],
    ['nodegree', 0.7072968811],
    ['re74', -7.177668568e-5],
    ['re75', 5.344644639e-5],
  ])('the coefficient of %s is that of R', (column, expected) => {
    const { coefficient } = report.propensity.find((each) => each.column === column)!
    expect(coefficient / expected).toBeCloseTo(1, 6)
  })

  it('has the deviance of R', () => {
    const columns = ['age', 'educ', 'married', 'nodegree', 're74', 're75'].map((name) =>
      lalonde.map(({ covariates }) => covariates[name] as number),
    )
    const races = ['hispan', 'white'].map((race) => lalonde.map(({ covariates }) => (covariates.race === race ? 1 : 0)))
    const fit = fitLogistic(
      [...columns, ...races],
      lalonde.map(({ treated }) => treated),
    )
    expect(fit).toMatchObject({ deviance: expect.closeTo(487.8439313, 6) })
  })
})

describe('the experiment behind the LaLonde data', () => {
  // R. Dehejia and S. Wahba (1999), table 3: treatment effect 1,794 dollars.
  const published = 1794
  const outcomes = (took: boolean) => experiment.filter(({ treated }) => treated === took).map(({ outcome }) => outcome)

  it('parts the groups by 1,794 dollars', () => {
    expect(outcomes(true)).toHaveLength(185)
    expect(outcomes(false)).toHaveLength(260)
    expect(Math.round(mean(outcomes(true)) - mean(outcomes(false)))).toBe(published)
  })

  it('is found again by matching within the experiment', () => {
    const { effect } = measureImpact(experiment, { covariates: nswCovariates })
    expect(effect!.interval[0]).toBeLessThan(published)
    expect(effect!.interval[1]).toBeGreaterThan(published)
    expect(effect!.interval[0]).toBeGreaterThan(0)
  })

  it('is found again without the experiment: the plain difference has the wrong sign, the matched one does not', () => {
    const others = lalonde.filter(({ treated }) => !treated).map(({ outcome }) => outcome)
    expect(Math.round(mean(outcomes(true)) - mean(others))).toBe(-635)
    const { effect } = measureImpact(lalonde, { covariates: lalondeCovariates })
    expect(Math.abs(effect!.estimate - published)).toBeLessThan(100)
    expect(effect!.interval[0]).toBeLessThan(published)
    expect(effect!.interval[1]).toBeGreaterThan(published)
  })
})

describe("lead in children's blood, 33 pairs", () => {
  // D. Morton et al. (1982), as in P. Rosenbaum, "Observational Studies" (2002), section 3.2.4.
  const exposed = [
    38, 23, 41, 18, 37, 36, 23, 62, 31, 34, 24, 14, 21, 17, 16, 20, 15, 10, 45, 39, 22, 35, 49, 48, 44, 35, 43, 39, 34,
    13, 73, 25, 27,
  ]
  const control = [
    16, 18, 18, 24, 19, 11, 10, 15, 16, 18, 18, 13, 19, 10, 16, 16, 24, 13, 9, 14, 21, 19, 7, 18, 19, 12, 11, 22, 25,
    16, 13, 11, 13,
  ]
  const differences = exposed.map((each, pair) => each - control[pair]!)

  // Rosenbaum (2002), section 4.3.4: upper bounds of the significance level of Wilcoxon's signed-rank test.
  it.each([
    [2, 0.0018],
    [3, 0.0136],
    [4, 0.0388],
    [4.25, 0.0468],
    [5, 0.074],
  ])('at gamma %d the bound is as published', (gamma, bound) => {
    expect(worstP(differences, gamma)).toBeCloseTo(bound, 4)
  })

  it('tolerates the gamma at which the bound is 5 %', () => {
    const gamma = toleratedGamma(differences)!
    expect(gamma).toBeGreaterThan(4.25)
    expect(gamma).toBeLessThan(5)
    expect(worstP(differences, gamma)).toBeCloseTo(0.05, 6)
  })

  // R 4.2.2, wilcox.test(…, exact = FALSE, correct = FALSE) without the pair that is equal: data/reference.R.
  it('is the test of R without hidden differences', () => {
    const unequal = differences.filter((each) => each !== 0)
    expect(worstP(unequal, 1) / 5.530801536e-6).toBeCloseTo(1, 1)
  })
})
