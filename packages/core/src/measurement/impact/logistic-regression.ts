import { Matrix, QrDecomposition } from 'ml-matrix'
import { mean, sampleStandardDeviation } from 'simple-statistics'

/** A fit: coefficients in units of the columns, intercept first; the linear predictor (log odds) of each row. */
export type LogisticFit = { coefficients: number[]; logits: number[]; deviance: number }

/** Why there is no fit, and the number of the column that stands for it. */
export type NoFit = { problem: 'dependent' | 'separated'; column: number }

/** R's glm stops at 25, too. Away from separation fewer than 10 are needed. */
const mostRounds = 25
/** A column counts as a sum of the others when less than this share of its length is its own. */
const ownShare = 1e-7
const settled = 1e-8

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5), starting where R's glm does.
 * It has to come to rest in the log odds, not in the deviance: separated groups bring the deviance to rest as well.
 * @param columns values for each row, none of them constant
 */
export const fitLogistic = (columns: number[][], outcome: boolean[]): LogisticFit | NoFit => {
  const centres = columns.map(mean)
  const scales = columns.map((values) => sampleStandardDeviation(values))
  const standard = columns.map((values, at) => values.map((value) => (value - centres[at]!) / scales[at]!))
  const design = Matrix.columnVector(outcome.map(() => 1))
  for (const values of standard) design.addColumn(values)
  const dependent = dependentColumn(design)
  if (dependent !== undefined) return { problem: 'dependent', column: dependent - 1 }

  let [logits, beta, step] = [outcome.map((each) => Math.log(each ? 3 : 1 / 3)), Matrix.zeros(design.columns, 1), 0]
  for (let round = 0; round < mostRounds; round += 1) {
    const next = weightedStep(design, outcome, logits)
    const found = design.mmul(next).to1DArray()
    step = Math.max(...found.map((logit, row) => Math.abs(logit - logits[row]!)))
    const moved = Matrix.sub(next, beta).to1DArray().map(Math.abs)
    ;[logits, beta] = [found, next]
    if (step < settled) return fitOf(beta.to1DArray(), logits, outcome, centres, scales)
    if (!Number.isFinite(step) || round === mostRounds - 1) return { problem: 'separated', column: furthest(moved) }
  }
  throw new Error('unreachable: the last round returns')
}

const weightedStep = (design: Matrix, outcome: boolean[], logits: number[]): Matrix => {
  const working = Matrix.zeros(logits.length, 1)
  const weighted = design.clone()
  logits.forEach((logit, row) => {
    const chance = chanceOf(logit)
    // Kept above 0, so that a person who is certain does not turn the step into NaN.
    const weight = Math.max(chance * (1 - chance), Number.EPSILON)
    const root = Math.sqrt(weight)
    working.set(row, 0, root * (logit + ((outcome[row] ? 1 : 0) - chance) / weight))
    weighted.mulRow(row, root)
  })
  return new QrDecomposition(weighted).solve(working)
}

/** The chance that goes with log odds. */
export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** The first column that the ones before it add up to. */
const dependentColumn = (design: Matrix): number | undefined => {
  const needed = ownShare * Math.sqrt(design.rows)
  if (design.columns > design.rows) return design.rows
  const own = new QrDecomposition(design).upperTriangularMatrix.diagonal().map(Math.abs)
  const found = own.findIndex((length) => length < needed)
  return found < 0 ? undefined : found
}

/** Number of the covariate whose coefficient ran furthest in the last round; the intercept is none. */
const furthest = (moved: number[]): number => {
  const covariates = moved.slice(1)
  return Math.max(0, covariates.indexOf(Math.max(...covariates)))
}

const fitOf = (
  beta: number[],
  logits: number[],
  outcome: boolean[],
  centres: number[],
  scales: number[],
): LogisticFit => {
  const slopes = beta.slice(1).map((coefficient, at) => coefficient / scales[at]!)
  const intercept = slopes.reduce((sum, slope, at) => sum - slope * centres[at]!, beta[0]!)
  const deviance = logits.reduce((sum, logit, row) => sum + 2 * Math.log1p(Math.exp(outcome[row] ? -logit : logit)), 0)
  return { coefficients: [intercept, ...slopes], logits, deviance }
}
