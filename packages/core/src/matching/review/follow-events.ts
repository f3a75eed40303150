import type { Event } from '../../events.ts'
import type { Store, Workflows } from '../../ports.ts'
import { concernOf, programsConcerned } from '../../program/hr/effects/programs-concerned.ts'
import { allOf } from '../../program/load.ts'
import { followCredential } from './follow-credentials.ts'
import { pauseMatches } from './pause-matches.ts'
import { recheckLine } from './recheck-line.ts'
import { releaseMember } from './release-member.ts'
import { answerReview, resumeReview } from './review-steps.ts'
import { revokeConsent } from './revoke-consent.ts'
import { withdrawProposals } from './withdraw-proposals.ts'

/** Starts the machine `match-review` for a run; the same run again gives the same execution. */
export type StartReview = (ref: { tenantId: string; programId: string; runId: string }) => Promise<unknown>

/**
 * What matching does about an event: starts a review, answers its machine, follows a revoked consent, a credential, a suspended
 * provider, somebody who left, or a change in who manages whom.
 * Repeatable. `now` of whatever is written is the time of the event.
 */
export const followMatching = async (
  store: Store,
  workflows: Workflows,
  event: Event,
  startReview: StartReview,
): Promise<void> => {
  const { tenantId, programId, at: now } = event
  const scope = { tenantId, scope: programId }
  switch (event.type) {
    case 'matching.proposed': {
      await startReview({ tenantId, programId, runId: event.runId })
      // Proposals of earlier runs were replaced: their reviews have nothing left to wait for.
      return forEachRun(store, scope, (runId) => answerReview(store, workflows, { tenantId, programId, runId }))
    }
    case 'match.approved':
    case 'match.overridden':
    case 'match.chosen':
    case 'match.withdrawn': {
      const match = await store.get('match', scope, event.matchId)
      if (match) await answerReview(store, workflows, { tenantId, programId, runId: match.runId })
      return
    }
    case 'consent.changed':
      return revokeConsent({ store, now }, event)
    case 'member.withdrawn':
      return releaseMember({ store, now }, event)
    case 'person.changed':
      for (const program of await programsConcerned(store, event)) {
        if (event.kinds.includes('terminated')) await pauseMatches(store, concernOf(event, program))
        if (event.kinds.includes('manager_changed')) await recheckLine(store, program, concernOf(event, program))
      }
      return
    case 'credential.changed':
      return followCredential({ store, now }, event)
    case 'provider.changed':
      return withdrawProposals({ store, now }, event)
    case 'program.resumed':
      return forEachRun(store, scope, (runId) => resumeReview(store, workflows, { tenantId, programId, runId }))
    case 'program.stopped':
      for (const run of await allOf(store, 'matchingRun', scope)) {
        if (run.executionArn && run.stage !== 'over') await workflows.stop(run.executionArn, event.reason)
      }
      return
    default:
      return
  }
}

const forEachRun = async (
  store: Store,
  scope: { tenantId: string; scope: string },
  act: (runId: string) => Promise<void>,
): Promise<void> => {
  for (const run of await allOf(store, 'matchingRun', scope)) if (run.stage !== 'over') await act(run.id)
}
