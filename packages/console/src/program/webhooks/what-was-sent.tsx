import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import { useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import type { WebhookDelivery } from './webhook-words.tsx'

type WhatWasSentProps = { webhookId: string; delivery: WebhookDelivery }

/** The event of a delivery, which shows the body when somebody asks for it. */
export const WhatWasSent = ({ webhookId, delivery: { deliveryId, messageId, type } }: WhatWasSentProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="inline-link" ariaLabel={`Show what was sent: ${type}`} onClick={() => setOpen(true)}>
        {type}
      </Button>
      {open && (
        <Modal visible header={`${type}, sent as ${messageId}`} closeAriaLabel="Close" onDismiss={() => setOpen(false)}>
          <Body path={{ webhookId, deliveryId }} />
        </Modal>
      )}
    </>
  )
}

const Body = ({ path }: { path: { webhookId: string; deliveryId: string } }) => {
  const { data, error, refetch } = useRead('getWebhookDelivery', { path })
  if (error) return <Trouble error={error} what="The delivery" again={() => void refetch()} />
  if (!data) return <Loading what="the delivery" />
  return <pre style={{ whiteSpace: 'pre-wrap' }}>{JSON.stringify(JSON.parse(data.body), null, 2)}</pre>
}
