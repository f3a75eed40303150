import { DomainError, isDomainError } from '../errors.ts'
import type { Change, Store } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadProgram } from '../program/load.ts'
import { register } from '../program/people.ts'
import type { Member } from '../program/person.ts'
import type { RowProblem } from '../program/read-csv.ts'
import { organisation } from '../program/record.ts'
import type { RosterRow } from './roster.ts'
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
  for (const row of managersFirst(rows)) {
    const outcome = await importRow(work, actor, programId, row)
    if (typeof outcome === 'string') result[outcome] += 1
    else result.problems.push(outcome)
  }
  result.problems.sort((a, b) => a.row - b.row)
  return result
}

/** Each row after the row of its manager, so that the manager is known by the time it is written. */
const managersFirst = (rows: RosterRow[]): RosterRow[] => {
  const byEmail = new Map(rows.map((row) => [row.email, row]))
  const ordered = new Set<RosterRow>()
  for (const row of rows) {
    const upwards = new Set<RosterRow>()
    // Up to whoever is placed already, or is met again: a circle of managers has no first.
    for (let at: RosterRow | undefined = row; at && !ordered.has(at) && !upwards.has(at); ) {
      upwards.add(at)
      at = byEmail.get(at.managerEmail ?? '')
    }
    for (const each of [...upwards].reverse()) ordered.add(each)
  }
  return [...ordered]
}

const importRow = async (
  work: Work,
  actor: Actor,
  programId: string,
  row: RosterRow,
  triesLeft = 3,
): Promise<'added' | 'changed' | 'unchanged' | RowProblem> => {
  const { store, ids, now } = work
  const { tenantId } = actor
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
  if (known?.status === 'left') {
    const problem = 'This person has left the organisation, by its HR system. They are back once it says so.'
    return { row: row.row, field: 'email', problem }
  }
  const same = known && changes.length === 0 && sameMember(known, member)
  if (same) return 'unchanged'
  const problem = known?.roles.join() === member.roles.join() ? undefined : rolesProblem(actor, known, member)
  if (problem) return { row: row.row, field: 'roles', problem }
  const all: Change[] = [...changes, { kind: 'member', record: member, expect: known?.version ?? 0 }]
  try {
    await store.commit(all)
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion') && !isDomainError(error, 'AlreadyExists')) throw error
    if (triesLeft > 1) return importRow(work, actor, programId, row, triesLeft - 1)
    return {
      row: row.row,
      field: 'email',
      problem: 'This person was changed by somebody else just now. Import the file again.',
    }
  }
  return known ? 'changed' : 'added'
}

/** Why somebody's roles cannot become these: whoever imports rosters must not make themselves, or anyone, the owner by it. */
const rolesProblem = (actor: Actor, known: Member | undefined, { id, roles }: Member): string | undefined => {
  const owned = known?.roles.includes('program owner') ?? false
  const owns = roles.includes('program owner')
  const byOwner = actor.roles.includes('program owner')
  if (owned && !owns && (!byOwner || id === actor.personId)) {
    return 'This person owns the program. Keep "program owner" among the roles; only another program owner can take it away.'
  }
  if (byOwner) return undefined
  if (owns && !owned) return 'Only the program owner can make someone a program owner. Ask them to import this row.'
  return id === actor.personId ? 'Nobody gives themselves roles. Ask the program owner to import this row.' : undefined
}

const managerOf = async (store: Store, tenantId: string, { managerEmail }: RosterRow): Promise<string | undefined> => {
  if (!managerEmail) return undefined
  return (await store.get('emailClaim', { tenantId, scope: organisation }, managerEmail))?.personId
}

const sameMember = (a: Member, b: Member): boolean =>
  a.status === b.status && a.places === b.places && a.learnerKind === b.learnerKind && a.roles.join() === b.roles.join()
