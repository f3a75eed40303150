import type { CredentialRecord } from '../../selection/credential.ts'
import type { ProviderRecord } from '../provider.ts'

/** How a status begins its reason that follows the credential; one that a lead gave for this program alone does not. */
const bySelection = 'Selection: '

type Status = Pick<ProviderRecord, 'status' | 'statusReason'>

/** What a credential makes of a provider: nobody who has not passed can be matched (§4). */
export const statusBy = (credential: CredentialRecord | undefined): Status => {
  switch (credential?.status) {
    case 'valid':
      return { status: 'selected', statusReason: `${bySelection}passed on ${credential.passedAt.slice(0, 10)}.` }
    case 'suspended':
      return {
        status: 'suspended',
        statusReason: `${bySelection}${credential.because ?? 'the credential is suspended.'}`,
      }
    case 'lapsed':
      return {
        status: 'not selected',
        statusReason: `${bySelection}${credential.because ?? 'the credential has lapsed.'}`,
      }
    default:
      return { status: 'not selected', statusReason: undefined }
  }
}

/** Whether the status was decided by a lead for this program alone, which no change of a credential undoes. */
export const isLeadsDecision = ({ status, statusReason }: Status): boolean =>
  status !== 'selected' && statusReason !== undefined && !statusReason.startsWith(bySelection)

/** Documented introductions (S-M2), where nothing else is documented of a provider. */
export const sponsorshipBy = (
  documented: ProviderRecord['sponsorship'],
  credential: CredentialRecord | undefined,
): ProviderRecord['sponsorship'] => {
  if (documented || !credential?.introductions) return documented
  return { introductions: credential.introductions, actions: 0 }
}
