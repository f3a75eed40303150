import { linkKey } from '@pilotgate/core/program/link-key'
import type { Member } from '@pilotgate/core/program/person'
import type { Task } from '@pilotgate/core/program/task'
import type { CandidacyRecord, ReferenceRecord, StepRound } from '@pilotgate/core/selection/candidacy'
import { findStep, selectionPaths } from '@pilotgate/core/selection/paths/paths'
import type { Step } from '@pilotgate/core/selection/selection-path'
import { type EventOf, type Ground, inRoles, nameOf, type People, pages } from './ground.ts'

export const scopeOf = ({ program }: Ground) => ({ tenantId: program.tenantId, scope: program.id })

export const loadCandidacy = (ground: Ground, id: string): Promise<CandidacyRecord | undefined> =>
  ground.store.get('candidacy', scopeOf(ground), id)

/** A round of a step, with what it belongs to. `occasion` starts with the rule that the step serves, as the ids of its tasks do. */
export type Round = { candidacy: CandidacyRecord; step: Step; round: StepRound; occasion: string }

/** The round that an event speaks of; `undefined` once the step has gone on to a later one. */
export const roundOf = async (
  ground: Ground,
  event: EventOf<'selection.asked' | 'selection.reminded' | 'selection.decided'>,
): Promise<Round | undefined> => {
  const candidacy = await loadCandidacy(ground, event.candidacyId)
  const round = candidacy?.rounds.filter(({ step }) => step === event.step).at(-1)
  if (!candidacy || round?.round !== event.round) return undefined
  const step = findStep(candidacy.path, event.step)
  return { candidacy, step, round, occasion: `${step.rule}.${candidacy.id}.${event.step}.${event.round}` }
}

/** Members among these ids, in id order; `notices` leaves out those who have left. */
export const membersOf = ({ members }: Ground, ...ids: string[]): Member[] =>
  members.filter(({ id }) => ids.includes(id))

/** Who leads the selections of a path: never the candidate in their own; a program owner where nobody else does. */
export const leadsOf = (ground: Ground, { path, personId }: Pick<CandidacyRecord, 'path' | 'personId'>): Member[] => {
  const leads = inRoles(ground, selectionPaths[path].lead).filter(({ id }) => id !== personId)
  return leads.length > 0 ? leads : ownersBeside(ground, personId)
}

/** The program owners, without the one it is about. */
export const ownersBeside = (ground: Ground, personId: string): Member[] =>
  inRoles(ground, 'program owner').filter(({ id }) => id !== personId)

/** Whose candidacy, to this reader: without a name to the candidate. */
export const namedFor = ({ path, personId }: CandidacyRecord, people: People, reader: Member) => ({
  ...(reader.id !== personId && { candidateName: nameOf(people, personId) }),
  pathTitle: selectionPaths[path].title,
})

/** With whom to speak: the lead of the path, or above them. */
export const turnTo = ({ path }: CandidacyRecord, reader: Member): string => {
  const { lead } = selectionPaths[path]
  return reader.roles.includes(lead) ? 'program owner' : lead
}

/** The tasks of one reader. */
export const tasksOf = (ground: Ground, tasks: Task[], reader: Member) =>
  tasks
    .filter(({ personId }) => personId === reader.id)
    .map((task) => ({ title: task.title, why: task.why, dueAt: task.dueAt, href: pages.task(ground, task, reader) }))

/** Referees have no part in the program: they are known by their reference. */
export const refereeOf = ({ id, name, email }: ReferenceRecord) => ({ id, name, email, roles: ['referee' as const] })

/** What a referee is told. The secret is in the link and nowhere else. */
export const referenceOf = (
  ground: Ground,
  { path, personId }: CandidacyRecord,
  people: People,
  reference: ReferenceRecord,
) => ({
  candidateName: nameOf(people, personId),
  pathTitle: selectionPaths[path].title,
  organisation: reference.organisation,
  relation: reference.relation,
  dueAt: reference.dueAt,
  href: pages.reference(ground, linkKey(reference, reference.secret)),
})
