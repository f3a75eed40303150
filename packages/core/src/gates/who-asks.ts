import type { Store } from '../ports.ts'
import { holders, loadMembers, loadPeople } from '../program/load.ts'
import type { Task } from '../program/task.ts'

/** The name of who stands behind what a task asks: a program owner, and another one than the person asked where there is one. */
export const whoAsks = async (
  store: Store,
  { tenantId, scope, personId }: Pick<Task, 'tenantId' | 'scope' | 'personId'>,
): Promise<string> => {
  const owners = holders(await loadMembers(store, { tenantId, id: scope }), 'program owner')
  const { id } = owners.find((owner) => owner.id !== personId) ?? owners[0]!
  return (await loadPeople(store, tenantId, [id])).get(id)!.name
}
