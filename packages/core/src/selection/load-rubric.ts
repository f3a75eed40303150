import { DomainError } from '../errors.ts'
import type { Scope, Store } from '../ports.ts'
import { allOf } from '../program/load.ts'
import type { Rubric } from './rubric.ts'
import { isRubricName, rubricNames, shippedRubrics } from './rubrics/rubrics.ts'

export type RubricVersion = { version: number; rubric: Rubric }

export const rubricId = (name: string, version: number): string => `${name}@${version}`

/** @throws DomainError `NotFound` naming the rubrics that there are */
export const demandRubricName = (name: string) => {
  if (isRubricName(name)) return name
  throw new DomainError('NotFound', `There is no rubric "${name}". Rubrics are: ${rubricNames.join(', ')}.`)
}

/**
 * A rubric as a program uses it: its newest version, or the one asked for. Version 1 is the shipped one.
 * @throws DomainError `NotFound`
 */
export const loadRubric = async (
  store: Store,
  scope: Scope,
  name: string,
  version?: number,
): Promise<RubricVersion> => {
  const shipped = { version: 1, rubric: shippedRubrics[demandRubricName(name)] }
  if (version === 1) return shipped
  const own = await allOf(store, 'rubric', scope, `${name}@`)
  const found =
    version === undefined
      ? own.toSorted((a, b) => b.rubricVersion - a.rubricVersion)[0]
      : own.find(({ rubricVersion }) => rubricVersion === version)
  if (found) return { version: found.rubricVersion, rubric: found.rubric }
  if (version === undefined) return shipped
  throw new DomainError('NotFound', `The rubric "${name}" has no version ${version} in this program.`)
}

/** The newest version of every rubric. */
export const listRubrics = (store: Store, scope: Scope): Promise<RubricVersion[]> =>
  Promise.all(rubricNames.map((name) => loadRubric(store, scope, name)))
