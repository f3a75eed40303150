import { DomainError, isDomainError } from '../errors.ts'
import type { Change, Store } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadProgram } from '../program/load.ts'
import { register } from '../program/people.ts'
import type { Member } from '../program/person.ts'
import { organisation } from '../program/record.ts'
import type { RosterRow, RowProblem } from './roster.ts'
import { parseRoster } from './roster.ts'

export type ImportResult = { added: number; changed: number; unchanged: number; problems: RowProblem[] }

/**
 * Imports a roster (I5): good rows are kept, bad rows are reported with the row, the column and the remedy. Each row is one
 * transaction, so nothing is half-written; importing the same file again changes nothing.
 * @param csv the file's text, at most 1 MB; columns in `roster.ts`
 * @throws DomainError `InvalidInput` (the file as a whole cannot be read), `NotPossibleNow` (program over)
 */
export const importRoster = async (work: Work, actor: Actor, programId: string, csv: string): Promise<ImportResult> => {
  const program = await loadProgram(work.store, actor.tenantId, programId)
  if (program.status === 'stopped' || program.status === 'completed') {
    throw new DomainError('NotPossibleNow', `The program is ${program.status}; nobody can join it.`)
  }
  const { rows, problems } = parseRoster(csv)
  const result: ImportResult = { added: 0, changed: 0, unchanged: 0, problems }
  // Managers first, so that a participant's manager is known by the time the participant's row is written.
  const managers = new Set(rows.map(({ managerEmail }) => managerEmail))
  for (const row of rows.toSorted((a, b) => Number(managers.has(b.email)) - Number(managers.has(a.email)))) {
    const outcome = await importRow(work, actor.tenantId, programId, row)
    if (typeof outcome === 'string') result[outcome] += 1
    else result.problems.push(outcome)
  }
  result.problems.sort((a, b) => a.row - b.row)
  return result
}

const importRow = async (
  { store, ids, now }: Work,
  tenantId: string,
  programId: string,
  row: RosterRow,
): Promise<'added' | 'changed' | 'unchanged' | RowProblem> => {
  const managerId = await managerOf(store, tenantId, row)
  if (row.managerEmail && !managerId) {
    const problem = `Nobody has the address "${row.managerEmail}". Add a row for the manager, or leave it empty.`
    return { row: row.row, field: 'manager_email', problem }
  }
  const { person, changes } = await register(store, ids, tenantId, {
    email: row.email,
    name: row.name,
    zone: row.zone,
    managerId,
  })
  const known = await store.get('member', { tenantId, scope: programId }, person.id)
  const member: Member = {
    tenantId,
    scope: programId,
    id: person.id,
    version: 0,
    roles: row.roles,
    learnerKind: row.learnerKind,
    places: row.places,
    status: 'active',
    joinedAt: known?.joinedAt ?? now,
  }
  const same = known && changes.length === 0 && sameMember(known, member)
  if (same) return 'unchanged'
  if (known?.roles.includes('program owner') && !member.roles.includes('program owner')) {
    return {
      row: row.row,
      field: 'roles',
      problem: 'This person owns the program. Keep "program owner" among the roles.',
    }
  }
  const all: Change[] = [...changes, { kind: 'member', record: member, expect: known?.version ?? 0 }]
  try {
    await store.commit(all)
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion') && !isDomainError(error, 'AlreadyExists')) throw error
    return {
      row: row.row,
      field: 'email',
      problem: 'This person was changed by somebody else just now. Import the file again.',
    }
  }
  return known ? 'changed' : 'added'
}

const managerOf = async (store: Store, tenantId: string, { managerEmail }: RosterRow): Promise<string | undefined> => {
  if (!managerEmail) return undefined
  return (await store.get('emailClaim', { tenantId, scope: organisation }, managerEmail))?.personId
}

const sameMember = (a: Member, b: Member): boolean =>
  a.status === b.status && a.places === b.places && a.learnerKind === b.learnerKind && a.roles.join() === b.roles.join()
