import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { newest, useAct, useRows } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { type Column, List } from '../../list/list.tsx'
import { localMoment, ownZone } from '../../when/when.ts'
import type { WebhookDelivery } from './webhook-words.tsx'
import { WhatWasSent } from './what-was-sent.tsx'

const signs: Record<WebhookDelivery['status'], StatusIndicatorProps.Type> = {
  waiting: 'pending',
  delivered: 'success',
  failed: 'error',
}

const lastAnswer = ({ attempts }: WebhookDelivery): string | undefined => {
  const last = attempts.at(-1)
  return last && (last.problem ?? `${last.status} in ${last.milliseconds} ms`)
}

/** What was sent to a webhook and how it was answered. While it is off, nothing can be sent again. */
export const WebhookDeliveries = ({ webhookId, isOn }: { webhookId: string; isOn: boolean }) => {
  const deliveries = useRows('listWebhookDeliveries', { path: { webhookId }, query: { limit: 100 } }, newest)
  const redeliver = useAct('redeliverWebhook')
  const columns: Column<WebhookDelivery>[] = [
    {
      id: 'at',
      header: `Happened (${ownZone})`,
      minWidth: 150,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => localMoment(createdAt, ownZone),
    },
    {
      id: 'type',
      header: 'Event',
      rowHeader: true,
      minWidth: 200,
      value: ({ type }) => type,
      cell: (delivery) => <WhatWasSent webhookId={webhookId} delivery={delivery} />,
    },
    {
      id: 'status',
      header: 'Status',
      minWidth: 130,
      value: ({ status }) => status,
      cell: ({ status }) => <StatusIndicator type={signs[status]}>{status}</StatusIndicator>,
    },
    { id: 'attempts', header: 'Attempts', value: ({ attempts }) => attempts.length },
    { id: 'answer', header: 'Last answer', minWidth: 180, value: lastAnswer },
    {
      id: 'next',
      header: `Next attempt (${ownZone})`,
      value: ({ nextAt }) => nextAt,
      cell: ({ nextAt }) => (nextAt ? localMoment(nextAt, ownZone) : '–'),
    },
    {
      id: 'again',
      header: 'Again',
      minWidth: 130,
      value: () => undefined,
      cell: ({ deliveryId, type }) => (
        <ConfirmButton
          text="Send again"
          variant="inline-link"
          ariaLabel={`Send again: ${type}`}
          question="Send this event again?"
          action="Send again"
          onConfirm={() => redeliver.mutateAsync({ path: { webhookId, deliveryId } })}
          done="It is on its way."
        >
          It carries the same id, so that a receiver who has it already can tell.
        </ConfirmButton>
      ),
    },
  ]
  return (
    <List
      title="Deliveries"
      about={`The newest first, kept for 30 days. Choose an event to see what was sent${isOn ? '' : '; turn the webhook on to send one again'}.`}
      from={deliveries}
      noun={{ one: 'delivery', many: 'deliveries' }}
      id={({ deliveryId }) => deliveryId}
      columns={isOn ? columns : columns.filter(({ id }) => id !== 'again')}
      sortedBy={{ id: 'at', descending: true }}
      empty={{ text: 'Nothing was sent yet. Send a test to see whether the address answers.' }}
      file="webhook-deliveries"
    />
  )
}
