import type { Store } from '../../ports.ts'
import { allOf } from '../../program/load.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import type { AgreementRecord } from './agreement-record.ts'

/** The versions of an engagement's working agreement, oldest first; there is always one. */
export const loadAgreements = (
  store: Store,
  { tenantId, scope, id }: Pick<EngagementRecord, 'tenantId' | 'scope' | 'id'>,
): Promise<AgreementRecord[]> => allOf(store, 'agreement', { tenantId, scope }, `${id}.`)

/** Whether both sides signed this version. */
export const isSigned = (
  { signatures }: Pick<AgreementRecord, 'signatures'>,
  { participantId, providerId }: Pick<EngagementRecord, 'participantId' | 'providerId'>,
): boolean => [participantId, providerId].every((id) => signatures.some(({ personId }) => personId === id))
