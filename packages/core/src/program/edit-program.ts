import { DomainError } from '../errors.ts'
import type { Actor, Work } from './actor.ts'
import { datesProblems, settingsProblems } from './create-program.ts'
import { findTemplate } from './find-template.ts'
import { loadProgram } from './load.ts'
import type { Program } from './program.ts'

export type ProgramEdit = Partial<Pick<Program, 'name' | 'startDate' | 'zone' | 'thresholds' | 'minimumCohort'>>

/**
 * Changes a program. Name and thresholds may change until it is over (gates still to come are judged by the new ones); dates,
 * zone and cohort size only before the start.
 * @param expected the version the caller read (`If-Match`)
 * @throws DomainError `StaleVersion`, `NotPossibleNow`, `InvalidInput`
 */
export const editProgram = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  expected: number,
  edit: ProgramEdit,
): Promise<Program> => {
  const program = await loadProgram(store, actor.tenantId, programId)
  if (program.version !== expected) {
    throw new DomainError(
      'StaleVersion',
      `The program is at version ${program.version} now. Read it again, then repeat the change.`,
    )
  }
  if (program.status === 'stopped' || program.status === 'completed') {
    throw new DomainError('NotPossibleNow', `The program is ${program.status}; it can no longer be changed.`)
  }
  const fixed = (['startDate', 'zone', 'minimumCohort'] as const).filter((field) => edit[field] !== undefined)
  if (program.status !== 'draft' && fixed.length > 0) {
    throw new DomainError('NotPossibleNow', `The program has started: ${fixed.join(', ')} can no longer change.`)
  }
  const edited: Program = { ...program, ...edit }
  const { template } = await findTemplate(store, actor.tenantId, program.templateId, program.templateVersion)
  const problems = [
    ...(program.status === 'draft' ? datesProblems(edited, now) : []),
    ...settingsProblems(template, edited),
  ]
  if (problems.length > 0)
    throw new DomainError('InvalidInput', 'The program cannot be changed like this.', { problems })
  await store.commit(
    [{ kind: 'program', record: edited, expect: expected }],
    [
      {
        type: 'program.edited',
        tenantId: actor.tenantId,
        programId,
        at: now,
        by: actor.personId,
        fields: Object.keys(edit),
      },
    ],
  )
  return { ...edited, version: expected + 1 }
}
