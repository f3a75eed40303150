import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { newest, type RowOf, useAct, useRows } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { type Column, List } from '../../list/list.tsx'
import { localMoment, moment } from '../../when/when.ts'
import type { Connection } from './connection-words.tsx'

type Delivery = RowOf<'listConnectionDeliveries'>

const signs: Record<Delivery['result'], StatusIndicatorProps.Type> = {
  changed: 'success',
  unchanged: 'success',
  waiting: 'pending',
  'not known here': 'info',
  'cannot be used': 'error',
}

/** What came in and what became of it. */
export const ConnectionDeliveries = ({ connection }: { connection: Connection }) => {
  const { connectionId, zone, turnedAway } = connection
  const deliveries = useRows('listConnectionDeliveries', { path: { connectionId }, query: { limit: 100 } }, newest)
  const replay = useAct('replayConnectionDelivery')
  const columns: Column<Delivery>[] = [
    {
      id: 'at',
      header: `Came in (${zone})`,
      minWidth: 150,
      value: ({ receivedAt }) => receivedAt,
      cell: ({ receivedAt }) => localMoment(receivedAt, zone),
    },
    { id: 'type', header: 'Event', rowHeader: true, minWidth: 150, value: ({ type }) => type },
    { id: 'employees', header: 'Employees', value: ({ employeeIds }) => employeeIds.join(', ') },
    {
      id: 'result',
      header: 'Result',
      minWidth: 170,
      value: ({ result }) => result,
      cell: ({ result }) => <StatusIndicator type={signs[result]}>{result}</StatusIndicator>,
    },
    { id: 'words', header: 'What that means', minWidth: 220, value: ({ words }) => words },
    { id: 'attempts', header: 'Attempts', value: ({ attempts }) => attempts },
    {
      id: 'again',
      header: 'Again',
      minWidth: 130,
      value: () => undefined,
      cell: ({ deliveryId, type }) => (
        <ConfirmButton
          text="Work through again"
          variant="inline-link"
          ariaLabel={`Work through again: ${type}`}
          question="Work through this delivery once more?"
          action="Work through again"
          onConfirm={() => replay.mutateAsync({ path: { connectionId, deliveryId } })}
          done="It is queued. The result appears here in a moment."
        >
          What it says is compared with what is known now; what is the same changes nothing.
        </ConfirmButton>
      ),
    },
  ]
  return (
    <SpaceBetween size="l">
      {turnedAway && (
        <Alert type="warning" header={`A delivery was turned away ${moment(turnedAway.at, zone)}`}>
          {turnedAway.why}
        </Alert>
      )}
      <List
        title="Deliveries"
        about="The newest first. Kept for 90 days; a delivery can be worked through again for 30."
        from={deliveries}
        noun={{ one: 'delivery', many: 'deliveries' }}
        id={({ deliveryId }) => deliveryId}
        columns={columns}
        sortedBy={{ id: 'at', descending: true }}
        empty={{ text: 'Nothing has come in yet. Set it up at the HR system (Set-up), then change somebody there.' }}
        file="deliveries"
      />
    </SpaceBetween>
  )
}
