import type { Store } from '../../../ports.ts'
import { platform } from '../../actor.ts'
import { whileStale } from '../../while-stale.ts'
import { effectOf, hadEffect } from './effect.ts'
import type { Concern } from './programs-concerned.ts'

/**
 * Somebody who left with the organisation has come back: they have their part in the program again. Their pairs stay paused until the
 * program owner decides; who was taken out of the program stays out. Repeatable.
 */
export const comeBack = (store: Store, concern: Concern): Promise<void> =>
  whileStale(async () => {
    const { tenantId, programId, personId, changeId, at } = concern
    const member = await store.get('member', { tenantId, scope: programId }, personId)
    if (member?.status !== 'left') return
    // The event comes again, and they have left once more since.
    if (await hadEffect(store, concern, { changeId, effect: 'came back' })) return
    const words = 'Has their part in the program again. Pairs stay paused until the program owner decides.'
    await store.commit(
      [
        { kind: 'member', record: { ...member, status: 'active' }, expect: member.version },
        effectOf(concern, { effect: 'came back', personId, changeId, words }),
      ],
      [{ type: 'member.returned', tenantId, programId, at, by: platform, personId, changeId }],
    )
  })
