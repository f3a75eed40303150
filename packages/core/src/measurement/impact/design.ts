import { max, mean, min } from 'simple-statistics'
import type { ImpactRow } from './impact-rows.ts'
import { refuse } from './impact-rows.ts'

/** One column of numbers, a value for each row. `share` when it is 1 for a category and 0 otherwise, or a 0/1 column. */
export type DesignColumn = { name: string; values: number[]; share: boolean }

/** All columns for the balance table, and those of the regression: there a category has one column less than values. */
export type Design = { all: DesignColumn[]; model: DesignColumn[] }

/**
 * Covariates as columns of numbers: numbers as they are, categories one-hot in alphabetical order of their values.
 * @throws InvalidInput naming a column that is the same for everybody, or that alone tells who took part; too few people
 */
export const designOf = (rows: ImpactRow[], covariates: string[]): Design => {
  const groups = covariates.map((covariate) => columnsOf(rows, covariate))
  const all = groups.flat()
  const model = groups.flatMap((columns) => (columns.length > 1 ? columns.slice(1) : columns))
  const least = model.length + 2
  if (rows.length < least) {
    const problem = `${rows.length} people are too few for ${model.length} columns. Give at least ${least} people, or fewer covariates.`
    refuse([{ field: 'rows', problem }])
  }
  for (const column of all) checkOverlap(rows, column)
  return { all, model }
}

const columnsOf = (rows: ImpactRow[], covariate: string): DesignColumn[] => {
  const values = rows.map((row) => row.covariates[covariate]!)
  const different = [...new Set(values)]
  if (different.length === 1)
    refuse([{ field: covariate, problem: `Is ${different[0]} for everybody and tells nothing. Leave the column out.` }])
  if (typeof values[0] === 'number') {
    const numbers = values as number[]
    return [{ name: covariate, values: numbers, share: different.every((value) => value === 0 || value === 1) }]
  }
  const categories = (different as string[]).toSorted()
  return categories.map((category) => ({
    name: `${covariate}=${category}`,
    values: values.map((value) => (value === category ? 1 : 0)),
    share: true,
  }))
}

/** A column whose values of the two groups at most touch has no finite coefficient (separation; Albert and Anderson 1984). */
const checkOverlap = (rows: ImpactRow[], { name, values, share }: DesignColumn): void => {
  const treated = values.filter((_, index) => rows[index]!.treated)
  const others = values.filter((_, index) => !rows[index]!.treated)
  if (max(others) > min(treated) && max(treated) > min(others)) return
  const who = (has: number) => (treated.every((value) => value === has) ? 'in the program' : 'outside the program')
  const alike = (has: number) => [treated, others].some((group) => group.every((value) => value === has))
  const higher = mean(treated) > mean(others)
  const words = !share
    ? `nobody in the program is ${higher ? 'below' : 'above'} anybody outside of it`
    : alike(0)
      ? `nobody ${who(0)} has it`
      : `everybody ${who(1)} has it`
  const remedy =
    'Leave out the people without a counterpart, merge the category with another, or match the column exactly in place of using it as a covariate.'
  refuse([{ field: name, problem: `Separates the groups: ${words}. ${remedy}` }])
}
