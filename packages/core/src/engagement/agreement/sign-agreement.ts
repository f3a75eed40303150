import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { done, loadAsked } from '../engagement-tasks.ts'
import { demandGoingOn, loadOwnEngagement } from '../load-engagement.ts'
import type { AgreementRecord } from './agreement-record.ts'
import { needsCharter } from './engagement-documents.ts'
import { isSigned, loadAgreements } from './load-agreements.ts'
import { demandOwnName } from './own-name.ts'

/**
 * One of the pair signs the newest version of the working agreement with their own name (E2). Once both have, it is the valid one.
 * The same again changes nothing.
 * @throws DomainError `NotFound`, `NotPossibleNow` (ended; a mentor coach has not signed the charter; a newer version is there),
 *   `InvalidInput` (no such version; not their name)
 */
export const signAgreement = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  { number, name }: { number: number; name: string },
): Promise<AgreementRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    demandGoingOn(engagement)
    const { personId } = actor
    const agreement = newest(await loadAgreements(store, engagement), number)
    if (agreement.signatures.some((each) => each.personId === personId)) return agreement
    if (personId === engagement.providerId && needsCharter(engagement)) {
      throw new DomainError('NotPossibleNow', 'Sign the role charter and the data-access agreement first (E2).')
    }
    const written = await demandOwnName(store, actor, name)
    const signatures = [...agreement.signatures, { personId, name: written, at: now }]
    const signed: AgreementRecord = { ...agreement, signatures }
    const record: EngagementRecord = isSigned(signed, engagement) ? { ...engagement, agreement: number } : engagement
    const asked = await loadAsked(store, engagement, 'agreement')
    const tasks = done(
      asked.filter((task) => task.status === 'open' && task.personId === personId),
      { now, by: personId },
    )
    await store.commit(
      [{ kind: 'agreement', record: signed, expect: agreement.version }, engagementChange(record), ...tasks.changes],
      [engagementChanged(record, 'agreement signed', { now, by: personId }), ...tasks.events],
    )
    return { ...signed, version: agreement.version + 1 }
  })

const newest = (agreements: AgreementRecord[], number: number): AgreementRecord => {
  const last = agreements.at(-1)!
  if (last.number === number) return last
  if (number < last.number) {
    throw new DomainError('NotPossibleNow', `Version ${number} was changed. Read version ${last.number} and sign that.`)
  }
  const problem = `There is no version ${number} yet; the newest is ${last.number}.`
  throw new DomainError('InvalidInput', 'The signature does not count.', { problems: [{ field: 'number', problem }] })
}
