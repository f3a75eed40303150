import { randomStream } from '../../random-stream.ts'
import { balanceOf } from './balance.ts'
import { comparisonsOf } from './comparison.ts'
import { designOf } from './design.ts'
import { effectOf } from './effect.ts'
import { type GivenOptions, type ImpactOptions, impactOptions } from './impact-options.ts'
import type { ImpactReport } from './impact-report.ts'
import { checkRows, type ImpactRow, refuse } from './impact-rows.ts'
import { judgeImpact } from './judge-impact.ts'
import { matchNearest, weightsOf } from './matched-sets.ts'
import { propensityOf } from './propensity.ts'

/**
 * Compares participants with people outside the program who are like them (domain rules, section 8 "Impact"): who is compared
 * with whom, whether the groups are alike, what the program changed and how sure that is. Method and sources: docs/impact.md.
 * The same rows, in any order, with the same options give the same report.
 * @throws InvalidInput naming row or column when the rows cannot be used, or the option
 */
export const measureImpact = (
  given: ImpactRow[],
  options: GivenOptions,
  onProgress: (words: string) => void = () => {},
): ImpactReport => {
  const { attestations, ...method } = optionsOf(options)
  const rows = checkRows(given, { ...method, attestations })
  const random = randomStream(method.seed)
  onProgress(`Propensity of ${rows.length} people ...`)
  const design = designOf(rows, method.covariates)
  const propensity = propensityOf(rows, design)
  const { sets, unmatched } = matchNearest(rows, propensity, method, random, onProgress)
  const weights = weightsOf(sets, rows.length)
  const treated = rows.map((row) => row.treated)
  const score = { name: 'propensity', values: propensity.scores, share: false }
  const balance = balanceOf([score, ...design.all], treated, weights)
  const comparisons = comparisonsOf(
    sets,
    rows.map((row) => row.outcome),
  )
  const effect = effectOf(comparisons, method, random, onProgress)
  const inProgram = treated.filter(Boolean).length
  const people = {
    treated: inProgram,
    untreated: rows.length - inProgram,
    matched: sets.length,
    comparison: new Set(sets.flatMap(({ comparison }) => comparison)).size,
    independent: comparisons.length,
  }
  const idOf = (row: number) => rows[row]!.id
  return {
    method,
    people,
    propensity: propensity.coefficients,
    balance,
    effect,
    ...judgeImpact(effect, balance, people),
    attestations: attestations && { ...attestations, share: attestations.confirmed / attestations.asked },
    pairs: sets.map((set) => ({ treated: idOf(set.treated), comparison: set.comparison.map(idOf) })),
    unmatched: unmatched.map(({ row, why }) => ({ id: idOf(row), why })),
  }
}

const optionsOf = (given: GivenOptions): ImpactOptions => {
  const { success, data, error } = impactOptions.safeParse(given)
  if (success) return data
  return refuse(error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message })))
}
