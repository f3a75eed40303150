import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../../api/client.ts'

export type Closing = Answer<'listClosings'>['items'][number]
type Notes = Extract<NonNullable<Closing['form']>, { kind: 'closing-notes' }>

const reachedInWords = {
  yes: ['success', 'Reached'],
  partly: ['in-progress', 'Partly reached'],
  no: ['stopped', 'Not reached'],
} as const

/** The goals, and how far each was reached. */
export const GoalsReached = ({ goals }: { goals: Notes['goals'] }) => (
  <div>
    <Box variant="awsui-key-label">Goals</Box>
    <ul>
      {goals.map(({ goal, reached, evidence }) => (
        <li key={goal}>
          {goal} <StatusIndicator type={reachedInWords[reached][0]}>{reachedInWords[reached][1]}</StatusIndicator>
          {evidence && <Box color="text-body-secondary">{evidence}</Box>}
        </li>
      ))}
    </ul>
  </div>
)

/** The transfer checklist. */
export const TransferItems = ({ items }: { items: Notes['transfer'] }) => (
  <div>
    <Box variant="awsui-key-label">Transfer checklist</Box>
    <ul>
      {items.map(({ item, done, who }) => (
        <li key={item}>
          <StatusIndicator type={done ? 'success' : 'pending'}>{done ? 'Done' : 'Open'}</StatusIndicator> {item}
          {who && <Box color="text-body-secondary">{who}</Box>}
        </li>
      ))}
    </ul>
  </div>
)
