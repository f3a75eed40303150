import type { NewEvent } from '../../../events.ts'
import type { Store } from '../../../ports.ts'
import { platform } from '../../actor.ts'
import { holders, loadMembers } from '../../load.ts'
import { whileStale } from '../../while-stale.ts'
import { effectOf, hadEffect } from './effect.ts'
import { handOnTasks } from './hand-on-tasks.ts'
import type { Concern } from './programs-concerned.ts'

/**
 * Somebody has left the organisation: they see the program no longer and count no longer, and their open tasks go to others. The only
 * program owner keeps their part, so that somebody can still be made owner; who looks after the program is told. Repeatable.
 */
export const leaveProgram = async (store: Store, concern: Concern): Promise<void> => {
  // Before they leave, so that whoever is told of it is told of the tasks, too.
  if (await isLeaving(store, concern)) await handOnTasks(store, concern)
  await whileStale(() => leave(store, concern))
  // What was asked of them in between.
  const member = await store.get('member', { tenantId: concern.tenantId, scope: concern.programId }, concern.personId)
  if (member?.status === 'left') await handOnTasks(store, concern)
}

/** Active, not gone by this change before, and not the only program owner. */
const isLeaving = async (store: Store, concern: Concern): Promise<boolean> => {
  const { tenantId, programId, personId } = concern
  const members = await loadMembers(store, { tenantId, id: programId })
  const owners = holders(members, 'program owner')
  if (owners.length === 1 && owners[0]!.id === personId) return false
  return members.find(({ id }) => id === personId)?.status === 'active' && !(await hasActed(store, concern))
}

/** Whether this change was followed here before; they may have come back since. */
const hasActed = async (store: Store, concern: Concern): Promise<boolean> => {
  const found = (['left the program', 'last owner stays'] as const).map((effect) =>
    hadEffect(store, concern, { ...concern, effect }),
  )
  return (await Promise.all(found)).includes(true)
}

const leave = async (store: Store, concern: Concern): Promise<void> => {
  const { tenantId, programId, personId, changeId, at } = concern
  const member = await store.get('member', { tenantId, scope: programId }, personId)
  if (member?.status !== 'active') return
  const told: NewEvent = { type: 'member.left', tenantId, programId, at, by: platform, personId, changeId }
  if (await isLeaving(store, concern)) {
    const words = 'Has no part in the program any more: sees nothing of it, and counts no longer.'
    return store.commit(
      [
        { kind: 'member', record: { ...member, status: 'left' }, expect: member.version },
        effectOf(concern, { effect: 'left the program', personId, changeId, words }),
      ],
      [told],
    )
  }
  if (await hasActed(store, concern)) return
  const words =
    'Is the only program owner and keeps that part. Make somebody else program owner, then take them out of the program.'
  await store.commit([effectOf(concern, { effect: 'last owner stays', personId, changeId, words })], [told])
}
