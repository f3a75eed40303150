import { container } from '@pilotgate/aws/container'
import type { Service } from '@pilotgate/core/intake/intake-record'
import type { CredentialRecord } from '@pilotgate/core/selection/credential'

/** Gives somebody the credential of a selection that is not what a test is about. */
export const giveCredential = async (
  programId: string,
  personId: string,
  service: Service,
  more: Partial<CredentialRecord> = {},
): Promise<void> => {
  const { store } = container()
  const key = { tenantId: 'nordlicht', scope: '-', id: `${service}.${personId}`, version: 0 }
  const record = {
    ...key,
    personId,
    service,
    path: service === 'coach' ? ('external-coach' as const) : ('internal-mentor' as const),
    programId,
    candidacyId: `${personId}.01`,
    passedAt: '2027-01-04T08:00:00.000Z',
    calibration: { median: 4.5, members: 3 },
    introductions: 0,
    status: 'valid' as const,
    recertifyFrom: '2028-01-04T08:00:00.000Z',
    recertifyBy: '2028-07-04T07:00:00.000Z',
    briefDueAt: '2028-01-04T08:00:00.000Z',
    ...more,
  }
  await store.commit([{ kind: 'credential', record, expect: 0 }])
}
