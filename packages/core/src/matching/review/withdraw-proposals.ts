import type { Work } from '../../program/actor.ts'
import { endEach, type Who } from './end-each.ts'

/**
 * A provider may be matched no more, such as after a suspension: their open proposals are withdrawn with the reason. What is
 * approved or published stays (`change-provider-status.ts`). Looks at the status there is now; repeatable.
 */
export const withdrawProposals = async (work: Pick<Work, 'store' | 'now'>, who: Who): Promise<void> => {
  const { tenantId, programId, personId } = who
  const provider = await work.store.get('provider', { tenantId, scope: programId }, personId)
  if (!provider || provider.status === 'selected') return
  const why =
    provider.status === 'suspended' ? 'is suspended from new matches' : 'is not selected for matching any more'
  await endEach(work, who, ({ status, providerId }) =>
    status === 'proposed' && providerId === personId ? `The ${provider.service} ${why}.` : undefined,
  )
}
