import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Service } from '../../intake/intake-record.ts'
import type { Change, Store } from '../../ports.ts'
import type { Work } from '../../program/actor.ts'
import { plusMonths } from '../../program/calendar.ts'
import { allOf } from '../../program/load.ts'
import { organisation } from '../../program/record.ts'
import type { CredentialRecord } from '../credential.ts'
import { findCredential } from '../find-credential.ts'
import type { RuleResult } from '../rule-result.ts'
import type { OutcomesBriefRecord, RecertificationRecord } from './recertification-record.ts'
import { briefMonths, checkRecertification, recertified } from './recertification-rule.ts'

/** @throws DomainError `NotFound` */
export const loadCredential = async (
  store: Store,
  tenantId: string,
  service: Service,
  personId: string,
): Promise<CredentialRecord> => {
  const found = await findCredential(store, tenantId, service, personId)
  if (!found) throw new DomainError('NotFound', `"${personId}" has no credential as a ${service}.`)
  return found
}

/** The recertification that a credential is in, or comes to next. */
export const loadRecertification = async (
  store: Store,
  credential: CredentialRecord,
): Promise<RecertificationRecord> => {
  const { tenantId, id: credentialId, personId, service } = credential
  const scope = { tenantId, scope: organisation }
  const id = `${credentialId}.${credential.recertifyFrom.slice(0, 10)}`
  return (await store.get('recertification', scope, id)) ?? { ...scope, id, version: 0, personId, service, parts: [] }
}

/** Outcomes briefs of a credential, oldest first. */
export const loadBriefs = (
  store: Store,
  { tenantId, id }: Pick<CredentialRecord, 'tenantId' | 'id'>,
): Promise<OutcomesBriefRecord[]> => allOf(store, 'outcomesBrief', { tenantId, scope: organisation }, `${id}.`)

/** Each part with what there is of the last 12 months; a mentor's sponsor action may be the one of their selection (S-M9). */
export const checkEvidence = async (
  store: Store,
  credential: CredentialRecord,
  { parts }: RecertificationRecord,
  briefOn: string | undefined,
  yearAgo: string,
): Promise<RuleResult[]> => {
  const { tenantId, programId, candidacyId, service } = credential
  const commitment =
    service === 'mentor' ? await store.get('commitment', { tenantId, scope: programId }, candidacyId) : undefined
  const loggedAt = commitment?.outcome?.at
  return checkRecertification(service, {
    parts: parts.map(({ part }) => part),
    briefOn,
    ...(loggedAt !== undefined && loggedAt >= yearAgo && { sponsorActionAt: loggedAt }),
  })
}

export const recentBrief = (briefs: OutcomesBriefRecord[], yearAgo: string): string | undefined =>
  briefs.findLast(({ at }) => at >= yearAgo)?.on

type Completion = { rules: RuleResult[]; changes: Change[]; events: NewEvent[]; credential: CredentialRecord }

/**
 * What a new part or brief leads to: within the window, and with all parts there, the credential is renewed in the same commit.
 * @param briefOn day of a brief that is written along with it
 */
export const completeRecertification = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  credential: CredentialRecord,
  recertification: RecertificationRecord,
  briefOn: string | undefined,
  zone: string,
  about: { programId: string; by: string },
): Promise<Completion> => {
  const yearAgo = plusMonths(now, zone, -briefMonths)
  const known = briefOn ?? recentBrief(await loadBriefs(store, credential), yearAgo)
  const rules = await checkEvidence(store, credential, recertification, known, yearAgo)
  const done = now >= credential.recertifyFrom && rules.every(({ met }) => met)
  if (!done) return { rules, changes: [], events: [], credential }
  const renewed = recertified(credential, now, zone)
  const { tenantId, personId, service } = credential
  return {
    rules,
    credential: renewed,
    changes: [
      {
        kind: 'recertification',
        record: { ...recertification, completedAt: now },
        expect: recertification.version,
      },
    ],
    events:
      renewed.status === credential.status
        ? []
        : [{ type: 'credential.changed', tenantId, ...about, at: now, personId, service, status: renewed.status }],
  }
}
