import type { Design } from './design.ts'
import { type ImpactRow, refuse } from './impact-rows.ts'
import { chanceOf, fitLogistic } from './logistic-regression.ts'

/** Chance of each row to be in the program given the covariates, its log odds, and what it was reckoned by. */
export type Propensity = { scores: number[]; logits: number[]; coefficients: { column: string; coefficient: number }[] }

/** @throws InvalidInput naming the column for which there is no single answer */
export const propensityOf = (rows: ImpactRow[], design: Design): Propensity => {
  const columns = design.model
  const fit = fitLogistic(
    columns.map(({ values }) => values),
    rows.map((row) => row.treated),
  )
  if ('problem' in fit) return refuse([{ field: columns[fit.column]!.name, problem: remedies[fit.problem] }])
  const names = ['intercept', ...columns.map(({ name }) => name)]
  return {
    scores: fit.logits.map(chanceOf),
    logits: fit.logits,
    coefficients: fit.coefficients.map((coefficient, at) => ({ column: names[at]!, coefficient })),
  }
}

const remedies = {
  dependent: 'Follows from the other covariates (it is a sum of them). Leave it out.',
  separated:
    'Together with the other covariates it tells for certain who took part, so the regression comes to no result. Leave it out, or merge categories with few people.',
}
