import type { ApiClient } from '../../../packages/local/src/seed/client.ts'

type First<T> = { items: T[] }

/**
 * Ids of a program that has been through everything, for the pages of single things: what `:gate`, `:engagementId` and so on stand for.
 * Of what the program has none there is no id.
 */
export const idsOf = async (owner: ApiClient, programId: string): Promise<Record<string, string>> => {
  const path = { programId }
  const first = async <T>(list: Promise<First<T>>): Promise<T | undefined> => (await list).items[0]
  const engagement = await first(owner('listEngagements', { path }))
  const engagementPath = { ...path, engagementId: engagement?.engagementId ?? '' }
  const found = await Promise.all([
    first(owner('listSessions', { path: engagementPath })).then((each) => ['sessionId', each?.sessionId]),
    first(owner('listEscalations', { path })).then((each) => ['escalationId', each?.escalationId]),
    first(owner('listPacks', { path })).then((each) => ['packId', each?.packId]),
    first(owner('listMatches', { path })).then((each) => ['matchId', each?.matchId]),
    first(owner('listImpacts', { path })).then((each) => ['impactId', each?.impactId]),
    first(owner('listRois', { path })).then((each) => ['roiId', each?.roiId]),
    first(owner('listDeliverables', { path })).then((each) => ['deliverableId', each?.deliverableId]),
    first(owner('listCandidacies', { path })).then((each) => ['candidacyId', each?.candidacyId]),
    first(owner('listCredentials', { path })).then((each) => [
      'credentialId',
      each && `${each.service}.${each.personId}`,
    ]),
    first(owner('listPracticums', { path })).then((each) => ['coachId', each?.personId]),
    first(owner('listReviews', { path })).then((each) => ['reviewId', each?.reviewId]),
    first(owner('listTasks', { path })).then((each) => ['taskId', each?.taskId]),
  ])
  return {
    ...Object.fromEntries(found.filter(([, id]) => id !== undefined)),
    ...{ gate: 'W12', kpi: 'K6', kind: 'budget', personId: engagement?.participantId ?? '' },
    engagementId: engagement?.engagementId ?? '',
  }
}
