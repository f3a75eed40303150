import { isDomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { findByEmail } from '../../program/people.ts'
import type { RowProblem } from '../../program/read-csv.ts'
import { type ProviderRow, parseProviders } from './provider-rows.ts'
import { registerProvider } from './register-provider.ts'

export type ProviderImport = { saved: number; problems: RowProblem[] }

/**
 * Imports profiles of coaches and mentors from CSV, row by row: good rows are kept, bad ones reported with the row, the column
 * and the remedy; each row is one transaction. The people and their places come from the roster.
 * @param csv the file's text, at most 1 MB; columns in `provider-rows.ts`
 * @throws DomainError `InvalidInput` (the file as a whole cannot be read), `NotPossibleNow` (program over)
 */
export const importProviders = async (
  work: Work,
  actor: Actor,
  programId: string,
  csv: string,
): Promise<ProviderImport> => {
  const { rows, problems } = parseProviders(csv)
  const result: ProviderImport = { saved: 0, problems }
  for (const row of rows) {
    const wrong = await importRow(work, actor, programId, row)
    if (wrong.length > 0) result.problems.push(...wrong)
    else result.saved += 1
  }
  result.problems.sort((a, b) => a.row - b.row)
  return result
}

const importRow = async (work: Work, actor: Actor, programId: string, line: ProviderRow): Promise<RowProblem[]> => {
  const { row, email, conflicts: emails, ...profile } = line
  const find = async (address: string) => (await findByEmail(work.store, actor.tenantId, address))?.id
  const personId = await find(email)
  if (!personId) return [{ row, field: 'email', problem: 'Nobody has this address. Import the roster first.' }]
  const conflicts: string[] = []
  for (const address of emails) {
    const id = await find(address)
    if (!id) return [{ row, field: 'conflicts', problem: `Nobody has the address "${address}".` }]
    conflicts.push(id)
  }
  try {
    await registerProvider(work, actor, programId, personId, { ...profile, conflicts })
    return []
  } catch (error) {
    if (!isDomainError(error) || (error.code !== 'InvalidInput' && error.code !== 'NotFound')) throw error
    if (error.problems.length === 0) return [{ row, field: 'email', problem: error.message }]
    return error.problems.map(({ field, problem }) => ({ row, field, problem }))
  }
}
