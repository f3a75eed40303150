import { container } from '@pilotgate/aws/container'
import type { Service } from '@pilotgate/core/intake/intake-record'
import type { CredentialRecord } from '@pilotgate/core/selection/credential'
import { credential } from '../contract/samples.ts'

/** Gives somebody the credential of a selection that is not what a test is about. */
export const giveCredential = async (
  programId: string,
  personId: string,
  service: Service,
  more: Partial<CredentialRecord> = {},
): Promise<void> => {
  const record = credential({ tenantId: 'nordlicht', scope: programId }, personId, { service, ...more })
  await container().store.commit([{ kind: 'credential', record, expect: 0 }])
}
