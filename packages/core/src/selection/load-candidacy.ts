import { DomainError } from '../errors.ts'
import type { Scope, Store } from '../ports.ts'
import { allOf, loadMembers, loadPeople, loadProgram } from '../program/load.ts'
import type { Member, Person } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import type { CandidacyRecord, SelectionAnswerRecord } from './candidacy.ts'
import { selectionPaths } from './paths/paths.ts'
import type { SelectionPath } from './selection-path.ts'

export type CandidacyRef = { tenantId: string; programId: string; candidacyId: string }

export const scopeOf = ({ tenantId, programId }: Omit<CandidacyRef, 'candidacyId'>): Scope => ({
  tenantId,
  scope: programId,
})

/** @throws DomainError `NotFound` */
export const loadCandidacy = async (store: Store, ref: CandidacyRef): Promise<CandidacyRecord> => {
  const candidacy = await store.get('candidacy', scopeOf(ref), ref.candidacyId)
  if (candidacy) return candidacy
  throw new DomainError('NotFound', `There is no candidacy "${ref.candidacyId}" that you can see in this program.`)
}

/** @throws DomainError `CandidacyOver`, which the state machine catches */
export const demandOpen = ({ id, status }: CandidacyRecord): void => {
  if (status === 'open') return
  throw new DomainError('CandidacyOver', `The candidacy ${id} is over: it was ${closedAs[status]}.`)
}

const closedAs = { appointed: 'decided with an appointment', rejected: 'rejected', withdrawn: 'withdrawn' }

/** A candidacy with everything that its steps look at. */
export type Ground = {
  ref: CandidacyRef
  scope: Scope
  program: Program
  path: SelectionPath
  candidacy: CandidacyRecord
  candidate: Person
  /** The members of the program, read once when first asked for. */
  members: () => Promise<Member[]>
  /** Whom the candidate named as a conflict of interest, read once when first asked for. */
  declared: () => Promise<string[]>
}

/** @throws DomainError `NotFound` */
export const loadGround = async (store: Store, ref: CandidacyRef): Promise<Ground> => {
  const scope = scopeOf(ref)
  const candidacy = await loadCandidacy(store, ref)
  const [program, people] = await Promise.all([
    loadProgram(store, ref.tenantId, ref.programId),
    loadPeople(store, ref.tenantId, [candidacy.personId]),
  ])
  const candidate = people.get(candidacy.personId)!
  const path = selectionPaths[candidacy.path]
  const members = once(() => loadMembers(store, program))
  const declared = once(async () => declaredIn(await loadAnswers(store, scope, ref.candidacyId, 'application')))
  return { ref, scope, program, path, candidacy, candidate, members, declared }
}

const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}

/** Whom the newest application names as a conflict of interest. */
export const declaredIn = (applications: SelectionAnswerRecord[]): string[] =>
  applications.flatMap(({ answer }) => ('conflicts' in answer ? [answer.conflicts] : [])).at(-1) ?? []

/** All answers to a step, of all its rounds, in the order of the rounds. */
export const loadAnswers = async (
  store: Store,
  scope: Scope,
  candidacyId: string,
  step: string,
): Promise<SelectionAnswerRecord[]> => {
  const prefix = `${candidacyId}.${step}.`
  const answers = await allOf(store, 'selectionAnswer', scope, prefix)
  return answers.toSorted((a, b) => a.round - b.round)
}
