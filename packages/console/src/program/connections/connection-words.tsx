import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Answer, Input } from '../../api/client.ts'

export type Connection = Answer<'getConnection'>
export type VendorOffer = Answer<'listConnectionVendors'>['items'][number]
export type NewConnection = Input<'createConnection'>['body']

export const OnOff = ({ status }: { status: 'on' | 'off' }) => (
  <StatusIndicator type={status === 'on' ? 'success' : 'stopped'}>{status}</StatusIndicator>
)
