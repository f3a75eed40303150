import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { RowOf } from '../../api/queries.ts'

export type RagName = RowOf<'listPacks'>['rag']

const types: Record<RagName, StatusIndicatorProps.Type> = { green: 'success', amber: 'warning', red: 'error' }

/** Red, amber or green as sign and word. */
export const Rag = ({ rag }: { rag: RagName }) => <StatusIndicator type={types[rag]}>{rag}</StatusIndicator>
