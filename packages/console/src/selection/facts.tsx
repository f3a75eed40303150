import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'

/** Names and values; what has no value is left out. */
export const Facts = ({ of: facts, columns = 3 }: { of: [label: string, value: ReactNode][]; columns?: number }) => (
  <KeyValuePairs
    columns={columns}
    minColumnWidth={180}
    items={facts
      .filter(([, value]) => value !== undefined && value !== false && value !== '')
      .map(([label, value]) => ({ label, value }))}
  />
)
