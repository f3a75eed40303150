import { DomainError } from '../../errors.ts'
import type { Service } from '../../intake/intake-record.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { CredentialRecord } from '../credential.ts'
import { demandGuide } from './coaches.ts'
import { loadCredential } from './recertification-evidence.ts'
import { demandIndependence } from './supervision-conflict.ts'

/**
 * A lead suspends a credential, or makes it valid again after a suspension (Q2, S-M9). One that lapsed becomes valid by
 * recertification only (Q3). The same again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed` (one's own, of the other lead), `NotPossibleNow` (lapsed, program over)
 */
export const changeCredentialStatus = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  service: Service,
  personId: string,
  { status, reason }: { status: 'valid' | 'suspended'; reason: string },
): Promise<CredentialRecord> =>
  whileStale(async () => {
    demandGuide(actor, service)
    await demandIndependence(store, actor, personId)
    await loadOpenProgram(store, actor.tenantId, programId)
    const credential = await loadCredential(store, actor.tenantId, service, personId)
    if (credential.status === status) return credential
    if (credential.status === 'lapsed') {
      throw new DomainError('NotPossibleNow', 'The credential has lapsed. It becomes valid again by recertification.')
    }
    const record: CredentialRecord = { ...credential, status, because: reason }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit(
      [{ kind: 'credential', record, expect: credential.version }],
      [{ type: 'credential.changed', ...about, personId, service, status }],
    )
    return { ...record, version: credential.version + 1 }
  })
