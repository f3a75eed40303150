import { DomainError } from '../errors.ts'
import type { Change } from '../ports.ts'
import type { Actor, Work } from './actor.ts'
import { allOf, holders, loadMembers } from './load.ts'
import type { Member } from './person.ts'

/**
 * Takes somebody out of a program (a drop-out): they count no longer and their open tasks are cancelled.
 * @throws DomainError `NotFound`, `NotPossibleNow` (withdrawn already; the last program owner), `NotAllowed` (an owner, by someone who is none)
 */
export const withdrawMember = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  personId: string,
  reason: string,
): Promise<Member> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const member = await store.get('member', scope, personId)
  if (!member) throw new DomainError('NotFound', `There is no person "${personId}" in this program.`)
  if (member.status === 'withdrawn')
    throw new DomainError('NotPossibleNow', 'This person has left the program already.')
  const owners = holders(await loadMembers(store, { tenantId: actor.tenantId, id: programId }), 'program owner')
  if (owners.length === 1 && owners[0]!.id === personId) {
    throw new DomainError(
      'NotPossibleNow',
      'The last program owner cannot leave the program. Make someone else program owner first (roster).',
    )
  }
  if (member.roles.includes('program owner') && !actor.roles.includes('program owner')) {
    throw new DomainError('NotAllowed', 'Only a program owner takes another one out of the program.')
  }
  const tasks = await allOf(store, 'task', scope)
  const open = tasks.filter((task) => task.personId === personId && task.status === 'open')
  const withdrawn: Member = { ...member, status: 'withdrawn', withdrawnReason: reason }
  const changes: Change[] = [
    { kind: 'member', record: withdrawn, expect: member.version },
    ...open.map((task): Change => ({ kind: 'task', record: { ...task, status: 'cancelled' }, expect: task.version })),
  ]
  const taskIds = open.map(({ id }) => id)
  await store.commit(changes, [
    { type: 'member.withdrawn', tenantId: actor.tenantId, programId, at: now, by: actor.personId, personId, taskIds },
  ])
  return { ...withdrawn, version: member.version + 1 }
}
