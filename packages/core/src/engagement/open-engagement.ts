import { currentConsent } from '../intake/consent.ts'
import { type Goal, intakeAnswers } from '../intake/intake-form.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import type { Scope, Store } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { allOf, loadProgram } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import { whileStale } from '../program/while-stale.ts'
import type { AgreementRecord } from './agreement/agreement-record.ts'
import { workingAgreement } from './agreement/documents/working-agreement.ts'
import { cadenceOf, isMentorCoaching } from './cadences.ts'
import { engagementChanged } from './engagement-changed.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { type MatchRef, pauseOpened } from './pause-engagement.ts'

/** `ENGAGEMENT.001`, `.002` … */
export const agreementIdOf = (engagementId: string, number: number): string =>
  `${engagementId}.${String(number).padStart(3, '0')}`

/**
 * A published match becomes an engagement in preparation, with the first version of its working agreement (E2). Repeatable; a
 * match that has ended since gives none, and one that is paused by then a paused one.
 */
export const openEngagement = async (work: Pick<Work, 'store' | 'now'>, ref: MatchRef): Promise<void> => {
  await open(work, ref)
  await pauseOpened(work, ref)
}

const open = ({ store, now }: Pick<Work, 'store' | 'now'>, { tenantId, programId, matchId }: MatchRef): Promise<void> =>
  whileStale(async () => {
    const scope = { tenantId, scope: programId }
    const [match, known] = await Promise.all([
      store.get('match', scope, matchId),
      store.get('engagement', scope, matchId),
    ])
    if (known || match?.status !== 'published') return
    const engagement = engagementOf(match, await loadProgram(store, tenantId, programId))
    const agreement = firstAgreement(engagement, await usableGoals(store, scope, match.participantId), now)
    await store.commit(
      [
        { kind: 'engagement', record: engagement, expect: 0 },
        { kind: 'agreement', record: agreement, expect: 0 },
      ],
      [engagementChanged(engagement, 'opened', { now, by: platform })],
    )
  })

const engagementOf = (match: MatchRecord, { templateId, zone }: Program): EngagementRecord => {
  const { tenantId, scope, id, participantId, providerId, service } = match
  const publishedAt = match.publishedAt!
  const mentorCoach = isMentorCoaching(templateId)
  return {
    ...{ tenantId, scope, id, version: 0, participantId, providerId, service, mentorCoach },
    status: 'preparing',
    cadence: cadenceOf({ service, mentorCoach }, publishedAt, zone),
    publishedAt,
    ...{ blocks: [], upcoming: [], sessionsMade: 0, reviews: [], guidance: [], reminders: 0 },
  }
}

const firstAgreement = (engagement: EngagementRecord, goals: Goal[], now: string): AgreementRecord => ({
  ...{ tenantId: engagement.tenantId, scope: engagement.scope, id: agreementIdOf(engagement.id, 1), version: 0 },
  ...{ engagementId: engagement.id, number: 1, madeAt: now, madeBy: platform, signatures: [] },
  clauses: workingAgreement(engagement, goals),
})

/** The goals of the intake, if the participant lets them be used to bring the two together (I3). */
const usableGoals = async (store: Store, scope: Scope, participantId: string): Promise<Goal[]> => {
  const [intake, consents] = await Promise.all([
    store.get('intake', scope, participantId),
    allOf(store, 'consent', scope, `${participantId}.`),
  ])
  const answers = intakeAnswers.safeParse(intake?.answers)
  return answers.success && currentConsent(consents).has('goals matching') ? answers.data.goals : []
}
