import { DomainError } from '../../errors.ts'
import type { Change, Scope, Store } from '../../ports.ts'
import type { Member } from '../../program/person.ts'
import type { CaseloadRecord } from '../provider.ts'

/**
 * A provider's caseload as it stands, with the places of the member. A cut below what is taken waits until people leave:
 * `taken` never exceeds `places` (C, F15).
 */
export const loadCaseload = async (store: Store, scope: Scope, member: Member): Promise<CaseloadRecord> =>
  caseloadOf(await store.get('caseload', scope, member.id), scope, member)

const caseloadOf = (known: CaseloadRecord | undefined, scope: Scope, member: Member): CaseloadRecord => {
  const taken = known?.taken ?? 0
  const places = Math.max(member.places, taken)
  return known ? { ...known, places } : { ...scope, id: member.id, version: 0, places, taken }
}

/** The caseloads of at most 100 members by person id; who is no member has none. */
export const loadCaseloads = async (
  store: Store,
  scope: Scope,
  ids: string[],
): Promise<Map<string, CaseloadRecord>> => {
  const [members, known] = await Promise.all([
    store.getMany('member', scope, ids),
    store.getMany('caseload', scope, ids),
  ])
  const knownOf = new Map(known.map((caseload) => [caseload.id, caseload]))
  return new Map(members.map((member) => [member.id, caseloadOf(knownOf.get(member.id), scope, member)]))
}

/**
 * The conditional write that takes one place; of two writers at once one meets `StaleVersion` and looks again (F15).
 * @throws DomainError `NotPossibleNow` when all places are taken
 */
export const takePlace = (caseload: CaseloadRecord): Change => {
  if (caseload.taken >= caseload.places) {
    throw new DomainError(
      'NotPossibleNow',
      `All ${caseload.places} places of this provider are taken. Choose one of the alternatives, or wait for a free place.`,
    )
  }
  return { kind: 'caseload', record: { ...caseload, taken: caseload.taken + 1 }, expect: caseload.version }
}

/** The conditional write that gives one place back. */
const freePlace = (caseload: CaseloadRecord): Change => ({
  kind: 'caseload',
  record: { ...caseload, taken: Math.max(0, caseload.taken - 1) },
  expect: caseload.version,
})

/** Gives the place of an approved or published match back; nothing where no caseload is known. */
export const placeFreed = async (store: Store, scope: Scope, providerId: string): Promise<Change[]> => {
  const caseload = await store.get('caseload', scope, providerId)
  return caseload ? [freePlace(caseload)] : []
}

export const sameCaseload = (one: CaseloadRecord | undefined, other: CaseloadRecord): boolean =>
  one !== undefined && one.places === other.places && one.taken === other.taken
