import Container from '@cloudscape-design/components/container'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { useNow } from '../../when/use-now.ts'
import { fromNow, moment } from '../../when/when.ts'

type Facts = { askedBy: string; askedOf: string; dueAt: string; overdue: boolean; isOpen: boolean }
type TaskFactsProps = Facts & {
  /** IANA zone of the program. */
  zone: string
  /** What else there is to know of this task. */
  more?: { label: string; value: ReactNode }[]
}

/** Who asks whom, and by when. */
export const TaskFacts = ({ askedBy, askedOf, dueAt, overdue, isOpen, zone, more = [] }: TaskFactsProps) => {
  const now = useNow()
  const due = (
    <>
      {moment(dueAt, zone)}
      {isOpen && (
        <div>
          {overdue && <StatusIndicator type="warning">Overdue</StatusIndicator>}
          {overdue ? ', due ' : 'That is '}
          {fromNow(dueAt, now)}
        </div>
      )}
    </>
  )
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        minColumnWidth={130}
        items={[
          { label: 'Due', value: due },
          { label: 'Asked by', value: askedBy },
          { label: 'Asked of', value: askedOf },
          ...more,
        ]}
      />
    </Container>
  )
}
