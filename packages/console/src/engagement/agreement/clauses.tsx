import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Agreement } from '../words.ts'
import { clauseTitle, inOrder } from './clause-order.ts'

/** The clauses of a version, in their order. */
export const Clauses = ({ clauses }: { clauses: Agreement['clauses'] }) => (
  <SpaceBetween size="m">
    {inOrder(clauses).map(([name, text]) => (
      <section key={name}>
        <Box variant="h3">{clauseTitle(name)}</Box>
        <div style={{ whiteSpace: 'pre-line', maxWidth: '44rem' }}>{text}</div>
      </section>
    ))}
  </SpaceBetween>
)
