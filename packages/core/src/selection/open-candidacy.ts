import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { allOf, loadOpenProgram, loadPeople } from '../program/load.ts'
import type { Person } from '../program/person.ts'
import { whileStale } from '../program/while-stale.ts'
import type { CandidacyRecord } from './candidacy.ts'
import { findCredential } from './find-credential.ts'
import { leads } from './may-steer.ts'
import { selectionPaths } from './paths/paths.ts'
import type { PathName } from './selection-path.ts'

export type NewCandidacy = { personId: string; path: PathName; why?: string }

/**
 * Opens a candidacy (§4): a coach or mentor of the roster applies, or is nominated by their manager, the lead or the program owner,
 * who say why. Nothing of an earlier candidacy is carried over.
 * @param personId the candidate, or `me`
 * @throws DomainError `NotFound`, `NotAllowed`, `InvalidInput` naming the field, `NotPossibleNow` (one is open; passed already; program over)
 */
export const openCandidacy = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  { personId: of, path, why }: NewCandidacy,
): Promise<CandidacyRecord> =>
  whileStale(async () => {
    const personId = of === 'me' ? actor.personId : of
    const scope = { tenantId: actor.tenantId, scope: programId }
    const { service, title } = selectionPaths[path]
    await loadOpenProgram(store, actor.tenantId, programId)
    const [member, people, credential, earlier] = await Promise.all([
      store.get('member', scope, personId),
      loadPeople(store, actor.tenantId, [personId]),
      findCredential(store, actor.tenantId, service, personId),
      allOf(store, 'candidacy', scope, `${personId}.`),
    ])
    const person = people.get(personId)
    demandRight(actor, personId, person, path)
    if (!person || member?.status !== 'active') {
      throw new DomainError('NotFound', `There is no person "${personId}" in this program.`)
    }
    const nominated = personId !== actor.personId
    if (nominated && !why?.trim()) throw invalid('why', 'Say why you nominate them.')
    if (!member.roles.includes(service)) {
      throw invalid(
        'path',
        `${title} needs the role ${service} in this program. Give them the role on the roster first.`,
      )
    }
    const open = earlier.find(({ status }) => status === 'open')
    if (open) throw new DomainError('NotPossibleNow', `There is an open candidacy of this person already: ${open.id}.`)
    if (credential?.status === 'valid') {
      throw new DomainError('NotPossibleNow', `This person has passed already, on ${credential.passedAt}.`)
    }
    const attempt = String(earlier.length + 1).padStart(2, '0')
    const record: CandidacyRecord = {
      ...scope,
      id: `${personId}.${attempt}`,
      version: 0,
      personId,
      path,
      service,
      ...(nominated && { nomination: { by: actor.personId, why: why!.trim() } }),
      status: 'open',
      rounds: [],
      openedAt: now,
    }
    await store.commit(
      [{ kind: 'candidacy', record, expect: 0 }],
      [
        {
          type: 'candidacy.opened',
          tenantId: actor.tenantId,
          programId,
          at: now,
          by: actor.personId,
          candidacyId: record.id,
        },
      ],
    )
    return { ...record, version: 1 }
  })

/** Oneself; a manager for a direct report; the lead and the program owner for anybody. */
const demandRight = (actor: Actor, personId: string, person: Person | undefined, path: PathName): void => {
  if (personId === actor.personId || leads(actor, { path })) return
  if (actor.roles.includes('manager') && person?.managerId === actor.personId) return
  throw new DomainError(
    'NotAllowed',
    `You open a candidacy for yourself, or as a manager for somebody who reports to you. The ${selectionPaths[path].lead} can for others.`,
  )
}

const invalid = (field: string, problem: string) =>
  new DomainError('InvalidInput', 'The candidacy cannot be opened like this.', { problems: [{ field, problem }] })
