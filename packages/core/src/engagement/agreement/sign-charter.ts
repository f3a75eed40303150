import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { done, loadAsked } from '../engagement-tasks.ts'
import { demandGoingOn, loadOwnEngagement } from '../load-engagement.ts'
import { charterDocuments } from './engagement-documents.ts'
import { demandOwnName } from './own-name.ts'

export type CharterSignature = { roleCharter: number; dataAccess: number; name: string }

/**
 * A mentor coach signs the role charter and the data-access agreement (E2), in their present versions and with their own name. The
 * same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed` (the participant), `NotPossibleNow` (no mentor coach; ended), `InvalidInput`
 */
export const signCharter = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  signature: CharterSignature,
): Promise<EngagementRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId, 'provider')
    demandGoingOn(engagement)
    if (!engagement.mentorCoach) {
      throw new DomainError('NotPossibleNow', 'Only a mentor coach, who works on project data, signs a role charter.')
    }
    await demandOwnName(store, actor, signature.name)
    demandPresent(signature)
    if (engagement.charterSignedAt) return engagement
    const signed: EngagementRecord = { ...engagement, charterSignedAt: now }
    const open = (await loadAsked(store, engagement, 'charter')).filter(({ status }) => status === 'open')
    const tasks = done(open, { now, by: actor.personId })
    await store.commit(
      [engagementChange(signed), ...tasks.changes],
      [engagementChanged(signed, 'charter signed', { now, by: actor.personId }), ...tasks.events],
    )
    return { ...signed, version: engagement.version + 1 }
  })

const demandPresent = (signature: CharterSignature) => {
  const problems = (['roleCharter', 'dataAccess'] as const).flatMap((field) => {
    const { title, version } = charterDocuments[field]
    if (signature[field] === version) return []
    return [{ field, problem: `"${title}" is at version ${version}. Read it, then sign that version.` }]
  })
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The signature does not count.', { problems })
}
