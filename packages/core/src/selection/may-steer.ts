import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { loadPeople } from '../program/load.ts'
import type { CandidacyRecord } from './candidacy.ts'
import { conflictOf } from './conflict-of-interest.ts'
import { declaredIn, loadAnswers } from './load-candidacy.ts'
import { selectionPaths } from './paths/paths.ts'

/** Whether somebody leads the selections of this path: its lead, or the program owner. */
export const leads = ({ roles }: Actor, { path }: Pick<CandidacyRecord, 'path'>): boolean =>
  roles.includes(selectionPaths[path].lead) || roles.includes('program owner')

/** @throws DomainError `NotAllowed` (no lead of this path; a conflict of interest) */
export const demandLead = async (store: Store, actor: Actor, candidacy: CandidacyRecord): Promise<void> => {
  const { lead } = selectionPaths[candidacy.path]
  if (!leads(actor, candidacy)) {
    throw new DomainError('NotAllowed', `Only the ${lead} or the program owner steers this candidacy.`)
  }
  const scope = { tenantId: actor.tenantId, scope: candidacy.scope }
  const people = await loadPeople(store, actor.tenantId, [actor.personId, candidacy.personId])
  const conflict = conflictOf({
    candidate: people.get(candidacy.personId)!,
    person: people.get(actor.personId)!,
    declared: declaredIn(await loadAnswers(store, scope, candidacy.id, 'application')),
  })
  if (!conflict) return
  throw new DomainError(
    'NotAllowed',
    `You have a conflict of interest. ${conflict} Another ${lead} or program owner can.`,
  )
}
