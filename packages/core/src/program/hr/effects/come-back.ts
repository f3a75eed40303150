import type { Store } from '../../../ports.ts'
import { platform } from '../../actor.ts'
import { allOf } from '../../load.ts'
import { whileStale } from '../../while-stale.ts'
import { effectOf, hadEffect } from './effect.ts'
import type { Concern } from './programs-concerned.ts'

/**
 * Somebody who left with the organisation has come back: they have their part in the program again, or had kept it as the only program
 * owner. Their pairs stay paused until the program owner decides; who was taken out of the program stays out. Repeatable.
 */
export const comeBack = (store: Store, concern: Concern): Promise<void> =>
  whileStale(async () => {
    const { tenantId, programId, personId, changeId, at } = concern
    const member = await store.get('member', { tenantId, scope: programId }, personId)
    const hasStayed = member?.status === 'active' && (await stayedAsOwner(store, concern))
    if (member?.status !== 'left' && !hasStayed) return
    // The event comes again, and they have left once more since.
    if (await hadEffect(store, concern, { changeId, effect: 'came back' })) return
    const part = hasStayed ? 'Kept their part as the only program owner.' : 'Has their part in the program again.'
    const words = `${part} Pairs stay paused until the program owner decides.`
    await store.commit(
      [
        { kind: 'member', record: { ...member, status: 'active' }, expect: member.version },
        effectOf(concern, { effect: 'came back', personId, changeId, words }),
      ],
      [{ type: 'member.returned', tenantId, programId, at, by: platform, personId, changeId }],
    )
  })

/** Whether they were gone last without leaving the program. */
const stayedAsOwner = async (store: Store, { tenantId, programId, personId }: Concern): Promise<boolean> => {
  const effects = await allOf(store, 'changeEffect', { tenantId, scope: programId }, `${personId}.`)
  const last = effects.findLast(({ effect }) => ['left the program', 'last owner stays', 'came back'].includes(effect))
  return last?.effect === 'last owner stays'
}
