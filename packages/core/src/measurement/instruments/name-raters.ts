import { DomainError, type FieldProblem } from '../../errors.ts'
import { participantFor } from '../../intake/open-intake.ts'
import type { Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram, loadPeople } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import { type InstrumentRows, loadInstrumentRows } from './instrument-rows.ts'
import { type Rater, ratersOf, relationOf } from './raters.ts'

/** The most raters a participant can have. */
const mostRaters = 12

/** Who rates a participant; `named` is false while it is the platform's choice, `version` 0 then. */
export type RatersRead = {
  participantId: string
  named: boolean
  raters: (Rater & { name: string; member: boolean })[]
  version: number
}

/**
 * Who is asked for the 360 of a participant: by the participant, or by who may name any raters.
 * @throws DomainError `NotFound`
 */
export const readRaters = async (
  store: Store,
  actor: Actor,
  programId: string,
  participantId: string,
): Promise<RatersRead> => {
  await participantFor(store, actor, programId, participantId, 'name any raters', unknownParticipant)
  const rows = await loadInstrumentRows(store, { tenantId: actor.tenantId, scope: programId })
  return readOf(store, actor, rows, participantId)
}

/**
 * Names who rates a participant in the next 360 that is opened; the follow-up asks those who answered the baseline, whoever is named.
 * How they stand to the participant follows from reporting lines and engagements.
 * @param expected the version that was read, 0 for the first
 * @throws DomainError `NotFound`, `InvalidInput` naming each rater that cannot be, `StaleVersion`, `NotPossibleNow` (program over, an
 *   autonomous agent)
 */
export const nameRaters = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  participantId: string,
  expected: number,
  personIds: string[],
): Promise<RatersRead> => {
  const member = await participantFor(store, actor, programId, participantId, 'name any raters', unknownParticipant)
  await loadOpenProgram(store, actor.tenantId, programId)
  if (member.learnerKind === 'agent') throw new DomainError('NotPossibleNow', 'An autonomous agent has no raters.')
  const scope = { tenantId: actor.tenantId, scope: programId }
  const rows = await loadInstrumentRows(store, scope)
  const version = rows.raters.get(participantId)?.version ?? 0
  if (version !== expected) {
    throw new DomainError('StaleVersion', `The raters are at version ${version} now. Read them again, then repeat.`)
  }
  const managerId = await managerOf(store, actor, participantId)
  const problems = ratersProblems(rows.members, participantId, managerId, personIds)
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The raters cannot be these.', { problems })
  const raters = personIds.map((personId) => ({ personId, relation: relationOf(rows, personId, participantId) }))
  const record = { ...scope, id: participantId, version, raters, by: actor.personId, at: now }
  await store.commit(
    [{ kind: 'raters', record, expect: version }],
    [{ type: 'raters.named', tenantId: actor.tenantId, programId, at: now, by: actor.personId, participantId }],
  )
  const named = new Map([...rows.raters, [participantId, { ...record, version: version + 1 }]])
  return readOf(store, actor, { ...rows, raters: named }, participantId)
}

const unknownParticipant = (personId: string) =>
  new DomainError('NotFound', `There is no participant "${personId}" in this program that you can see.`)

const managerOf = async (store: Store, { tenantId }: Actor, personId: string): Promise<string | undefined> =>
  (await loadPeople(store, tenantId, [personId])).get(personId)?.managerId

/** What is wrong with a list of raters, by place in it. @param members active ones */
export const ratersProblems = (
  members: readonly Pick<Member, 'id' | 'learnerKind'>[],
  participantId: string,
  managerId: string | undefined,
  personIds: readonly string[],
): FieldProblem[] => {
  const known = new Map(members.map((member) => [member.id, member]))
  const problemOf = (personId: string, index: number): string | undefined => {
    if (personId === participantId) return 'Participants rate themselves anyway. Leave it out.'
    if (personIds.indexOf(personId) < index) return 'Stands above already. Leave it out.'
    if (known.get(personId)?.learnerKind === 'agent')
      return 'Is an autonomous agent, which does not rate. Leave it out.'
    if (known.has(personId) || personId === managerId) return undefined
    return "Is neither active in the program nor the participant's manager. Choose somebody who is."
  }
  const found = personIds.flatMap((personId, index) => {
    const problem = problemOf(personId, index)
    return problem ? [{ field: `personIds.${index}`, problem }] : []
  })
  if (personIds.length <= mostRaters) return found
  return [...found, { field: 'personIds', problem: `Name ${mostRaters} raters at most, not ${personIds.length}.` }]
}

const readOf = async (
  store: Store,
  { tenantId }: Actor,
  rows: InstrumentRows,
  participantId: string,
): Promise<RatersRead> => {
  const { named, raters } = ratersOf(rows, participantId)
  const people = await loadPeople(
    store,
    tenantId,
    raters.map(({ personId }) => personId),
  )
  const members = new Set(rows.members.map(({ id }) => id))
  return {
    participantId,
    named,
    raters: raters.map((rater) => ({
      ...rater,
      name: people.get(rater.personId)?.name ?? 'a former member',
      member: members.has(rater.personId),
    })),
    version: rows.raters.get(participantId)?.version ?? 0,
  }
}
