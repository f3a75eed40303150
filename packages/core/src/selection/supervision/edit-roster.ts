import { DomainError } from '../../errors.ts'
import type { Scope, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadMembers, loadOpenProgram, loadPeople } from '../../program/load.ts'
import { type RosterFinding, rosterFindings, rosterProblems } from './check-roster.ts'
import { demandGuide, isInternal, isValid, loadCredentials } from './coaches.ts'
import { placesOf, type RosterInput, rosterId, type SupervisionRosterRecord } from './roster.ts'

type Roster = RosterInput & { version: number; at?: string; by?: string }
export type CheckedRoster = Roster & { findings: RosterFinding[]; ratio: string }

const checked = async (store: Store, scope: Scope, roster: Roster): Promise<CheckedRoster> => {
  const members = await loadMembers(store, { tenantId: scope.tenantId, id: scope.scope })
  const credentials = (await loadCredentials(store, scope.tenantId, members, 'coach')).filter(isValid)
  const internal = new Set(credentials.filter(isInternal).map(({ personId }) => personId))
  const coaches = new Set(credentials.map(({ personId }) => personId))
  return { ...roster, ...rosterFindings(roster, internal, coaches) }
}

export const loadRoster = async (store: Store, scope: Scope): Promise<Roster> =>
  (await store.get('supervisionRoster', scope, rosterId)) ?? { version: 0, masters: [] }

/** The roster with what has to be put right (Q1); empty at version 0 as long as nobody has written one. */
export const readRoster = async (store: Store, actor: Actor, programId: string): Promise<CheckedRoster> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  return checked(store, scope, await loadRoster(store, scope))
}

/**
 * Replaces the roster (Q1). Who is missing in it and the number of coaches for each master coach are findings, not refusals:
 * they change with every appointment.
 * @param expected the version that was read, 0 for the first
 * @throws DomainError `StaleVersion`, `InvalidInput` naming each field, `NotAllowed`, `NotPossibleNow` (program over)
 */
export const editRoster = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  expected: number,
  input: RosterInput,
): Promise<CheckedRoster> => {
  demandGuide(actor, 'coach')
  await loadOpenProgram(store, actor.tenantId, programId)
  const scope = { tenantId: actor.tenantId, scope: programId }
  const { version } = await loadRoster(store, scope)
  if (version !== expected) {
    throw new DomainError(
      'StaleVersion',
      `The roster is at version ${version} now. Read it again, then repeat the change.`,
    )
  }
  const named = placesOf(input).map(({ personId }) => personId)
  const [members, people] = await Promise.all([
    loadMembers(store, { tenantId: scope.tenantId, id: scope.scope }),
    loadPeople(store, actor.tenantId, named),
  ])
  const problems = rosterProblems(input, new Map(members.map((member) => [member.id, member])), people)
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The roster cannot be like this.', { problems })
  const record: SupervisionRosterRecord = {
    ...scope,
    id: rosterId,
    version,
    ...input,
    at: now,
    by: actor.personId,
  }
  await store.commit([{ kind: 'supervisionRoster', record, expect: expected }])
  return checked(store, scope, { ...record, version: expected + 1 })
}
