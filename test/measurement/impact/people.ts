import { join } from 'node:path'
import type { ImpactRow } from '@pilotgate/core/measurement/impact/impact-rows'
import { randomStream } from '@pilotgate/core/random-stream'
import { readTable } from '@pilotgate/local/matching/csv-table'
import { impactRows } from '@pilotgate/local/measurement/impact-rows'

export const dataFile = (name: string): string => join(import.meta.dirname, 'data', name)

export const lalondeCovariates = ['age', 'educ', 'race', 'married', 'nodegree', 're74', 're75']
export const nswCovariates = ['age', 'educ', 'black', 'hisp', 'married', 'nodegr', 're74', 're75']

const nsw = (file: string, others: string[]): ImpactRow[] =>
  impactRows(readTable(dataFile(file)), { treatment: 'treat', outcome: 're78', id: 'id', others })

export const lalonde = nsw('lalonde.csv', lalondeCovariates)
export const experiment = nsw('nsw-dw.csv', nswCovariates)

/**
 * A pilot among people of which the more experienced ones, with harder projects, take part more often and do better anyway.
 * @param effect what taking part adds to the outcome
 */
export const pilot = (seed: number, size: number, effect: number): ImpactRow[] => {
  const random = randomStream(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: size }, (_, number) => {
    const [tenure, complexity] = [5 + 2 * normal(), 1 + Math.floor(random() * 5)]
    const role = random() < 0.5 ? 'lead' : 'engineer'
    const logit = -1.6 + 0.25 * (tenure - 5) + 0.2 * (complexity - 3)
    const treated = random() < 1 / (1 + Math.exp(-logit))
    const outcome = 2 * tenure + complexity + (role === 'lead' ? 1 : 0) + (treated ? effect : 0) + 2 * normal()
    return { id: `p${number}`, treated, outcome, covariates: { tenure, complexity, role } }
  })
}
export const pilotCovariates = ['tenure', 'complexity', 'role']
