import { DomainError, type FieldProblem } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadOpenProgram } from '../program/load.ts'
import { demandRubricName, loadRubric, type RubricVersion, rubricId } from './load-rubric.ts'
import type { Rubric } from './rubric.ts'
import { calibrationMedian, isCalibration, shippedRubrics } from './rubrics/rubrics.ts'

/**
 * Makes a new version of a rubric for a program. Panels named before keep the version they were named with.
 * @param expected the version that was read
 * @throws DomainError `NotFound`, `StaleVersion`, `InvalidInput` naming each field, `NotPossibleNow` (program over)
 */
export const editRubric = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  name: string,
  expected: number,
  edited: Omit<Rubric, 'rubric'>,
): Promise<RubricVersion> => {
  const shipped = shippedRubrics[demandRubricName(name)]
  await loadOpenProgram(store, actor.tenantId, programId)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const rubric: Rubric = { ...edited, rubric: name }
  const problems = rubricProblems(rubric, shipped)
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The rubric cannot be like this.', { problems })
  const known = await loadRubric(store, scope, name)
  if (known.version !== expected) throw stale(name, known.version)
  const rubricVersion = expected + 1
  const record = { ...scope, id: rubricId(name, rubricVersion), version: 0, rubricVersion, rubric }
  try {
    await store.commit([{ kind: 'rubric', record: { ...record, at: now, by: actor.personId }, expect: 0 }])
  } catch (error) {
    if (error instanceof DomainError && error.code === 'AlreadyExists') throw stale(name, rubricVersion)
    throw error
  }
  return { version: rubricVersion, rubric }
}

const stale = (name: string, version: number): DomainError =>
  new DomainError(
    'StaleVersion',
    `The rubric "${name}" is at version ${version} now. Read it again, then repeat the change.`,
  )

/** What no program may take out of a rubric: whatever a rule of the domain names. */
const rubricProblems = (rubric: Rubric, shipped: Rubric): FieldProblem[] => {
  const { passes, rejectsBelow } = rubric
  const problems: FieldProblem[] = [
    ...doubles('dimensions', rubric.dimensions, ({ dimension }) => dimension),
    ...doubles('knockOuts', rubric.knockOuts, ({ rule }) => rule),
    ...doubles('composition', rubric.composition, (role) => role),
  ]
  const wrong = (field: string, problem: string) => problems.push({ field, problem })
  if (rejectsBelow > passes.median) wrong('rejectsBelow', 'Must not be above `passes.median`.')
  if (passes.lowest > passes.median) wrong('passes.lowest', 'Must not be above `passes.median`.')
  if (rubric.composition.length > 9) wrong('composition', 'A panel has nine members at most.')
  if (isCalibration(rubric.rubric) && passes.median < calibrationMedian) {
    wrong('passes.median', `Must be at least ${calibrationMedian} (S-C6, S-M8).`)
  }
  if (rubric.rubric === 'live-demo') {
    const kept = new Set(rubric.dimensions.map(({ dimension }) => dimension))
    const names = shipped.dimensions.map(({ dimension }) => dimension)
    if (kept.size !== names.length || names.some((name) => !kept.has(name))) {
      wrong('dimensions', `Must be these five (S-C3): ${names.join(', ')}. Words and anchors are yours.`)
    }
  }
  for (const { rule } of shipped.knockOuts) {
    if (!rubric.knockOuts.some((each) => each.rule === rule)) wrong('knockOuts', `Must keep "${rule}" (§4).`)
  }
  for (const role of shipped.composition) {
    if (!rubric.composition.includes(role)) wrong('composition', `Must keep "${role}" (§4).`)
  }
  return problems
}

const doubles = <T>(field: string, all: T[], nameOf: (item: T) => string): FieldProblem[] =>
  all.flatMap((item, index) => {
    const name = nameOf(item)
    if (all.findIndex((other) => nameOf(other) === name) === index) return []
    return [{ field: `${field}.${index}`, problem: `"${name}" is named twice.` }]
  })
