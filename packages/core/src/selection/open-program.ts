import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import { loadProgram } from '../program/load.ts'
import type { Program } from '../program/program.ts'

/**
 * A program in which selection and supervision go on; a pause does not keep them.
 * @throws DomainError `NotFound`, `NotPossibleNow` when the program is over
 */
export const loadOpenProgram = async (store: Store, tenantId: string, programId: string): Promise<Program> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status === 'stopped' || program.status === 'completed') {
    throw new DomainError('NotPossibleNow', `The program is ${program.status}; nothing of it can change any more.`)
  }
  return program
}
