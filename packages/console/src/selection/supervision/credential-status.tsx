import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { RowOf } from '../../api/queries.ts'

type Status = RowOf<'listCredentials'>['status']

export const credentialWords: Record<Status, string> = { valid: 'Valid', suspended: 'Suspended', lapsed: 'Lapsed' }
const signs: Record<Status, StatusIndicatorProps.Type> = { valid: 'success', suspended: 'warning', lapsed: 'error' }

/** Whether a credential holds, as a sign with a word. */
export const CredentialStatus = ({ status }: { status: Status }) => (
  <StatusIndicator type={signs[status]}>{credentialWords[status]}</StatusIndicator>
)
