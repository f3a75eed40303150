import type { Work } from '../../program/actor.ts'
import { endEngagement } from '../end-engagement.ts'
import { type EngagementRef, loadEngagement } from '../load-engagement.ts'
import { handOver } from './hand-over.ts'

/** The machine's last step: what is known is handed over to the mentor, then the engagement has come to its end. Repeatable. */
export const closeOut = async (work: Work, ref: EngagementRef): Promise<void> => {
  const { status } = await loadEngagement(work.store, ref)
  if (status === 'ended') return
  await handOver(work, ref)
  await endEngagement(work, ref, 'completed')
}
