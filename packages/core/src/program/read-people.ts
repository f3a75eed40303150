import type { Page, Store } from '../ports.ts'
import type { Actor } from './actor.ts'
import { loadPeople } from './load.ts'
import type { Member, Person } from './person.ts'

/** `ids` (at most 100) asks for just those members; they all come on one page, in id order. */
export type PeopleQuery = { ids?: string[]; limit: number; cursor?: string }

/** A page of the members of a program, each with the person they are. */
export const listMembers = async (
  store: Store,
  { tenantId }: Actor,
  programId: string,
  { ids, ...page }: PeopleQuery,
): Promise<Page<{ member: Member; person: Person | undefined }>> => {
  const scope = { tenantId, scope: programId }
  const found: Page<Member> = ids
    ? { items: await store.getMany('member', scope, ids), cursor: undefined }
    : await store.list('member', scope, page)
  const members = ids ? found.items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : found.items
  const people = await loadPeople(
    store,
    tenantId,
    members.map(({ id }) => id),
  )
  return { items: members.map((member) => ({ member, person: people.get(member.id) })), cursor: found.cursor }
}
