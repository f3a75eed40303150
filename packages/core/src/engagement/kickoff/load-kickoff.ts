import { intakeAnswers } from '../../intake/intake-form.ts'
import type { Scope, Store } from '../../ports.ts'
import { allOf, holders, loadMembers, loadPeople } from '../../program/load.ts'
import { loadAgreements } from '../agreement/load-agreements.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import type { KickoffFacts } from './kickoff-items.ts'

/** The names of the active program owners, whom a pair turns to. */
export const loadOwners = async (
  store: Store,
  { tenantId, scope: programId }: Pick<EngagementRecord, 'tenantId' | 'scope'>,
): Promise<string[]> => {
  const owners = holders(await loadMembers(store, { tenantId, id: programId }), 'program owner').map(({ id }) => id)
  const people = await loadPeople(store, tenantId, owners)
  return owners.flatMap((id) => people.get(id)?.name ?? [])
}

/** Reads what the kickoff items are told from (E1). */
export const loadKickoff = async (store: Store, engagement: EngagementRecord): Promise<KickoffFacts> => {
  const { tenantId, scope: programId, participantId, providerId } = engagement
  const scope = { tenantId, scope: programId }
  const [intake, consents, owners, agreements] = await Promise.all([
    store.get('intake', scope, participantId),
    allOf(store, 'consent', scope, `${participantId}.`),
    loadOwners(store, engagement),
    loadAgreements(store, engagement),
  ])
  const people = await loadPeople(store, tenantId, [participantId, providerId])
  const named = (ids: string[]) => ids.flatMap((id) => people.get(id)?.name ?? [])
  const signed = new Set(agreements.at(-1)?.signatures.map(({ personId }) => personId))
  const intakeSubmitted = intake?.status === 'submitted'
  const goalsWithBaseline = intakeSubmitted && intakeAnswers.shape.goals.safeParse(intake.answers.goals).success
  return {
    intakeSubmitted,
    goalsWithBaseline,
    baselineAnswered: goalsWithBaseline || (await answeredBaseline(store, scope, participantId)),
    unsigned: named([participantId, providerId].filter((id) => !signed.has(id))),
    owners,
    consentChosen: consents.length > 0,
  }
}

const answeredBaseline = async (store: Store, scope: Scope, participantId: string): Promise<boolean> =>
  (await allOf(store, 'response', scope)).some(
    ({ instrument, subjectId, respondentId }) =>
      instrument === 'baseline-360' && subjectId === participantId && respondentId === participantId,
  )
