import Alert from '@cloudscape-design/components/alert'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAct, useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { ownZone } from '../when/when.ts'
import { OnOff } from './connections/connection-words.tsx'
import { SecretList } from './secret-list.tsx'
import { SecretShown } from './secret-shown.tsx'
import { WebhookActions } from './webhooks/webhook-actions.tsx'
import { WebhookDeliveries } from './webhooks/webhook-deliveries.tsx'
import { eventsInWords, type Webhook } from './webhooks/webhook-words.tsx'

const crumbs = [{ text: 'Webhooks', href: '/webhooks' }]

/** One address that events are sent to: what it was sent and how it answered. */
export const Component = () => {
  const { webhookId = '' } = useParams()
  const found = useRead('getWebhook', { path: { webhookId } })
  if (found.data) return <WebhookPage webhook={found.data} />
  if (!found.error) return <Loading what="the webhook" />
  return (
    <Page title="Webhook" crumbs={crumbs}>
      <Trouble error={found.error} what="The webhook" again={() => void found.refetch()} />
    </Page>
  )
}

const WebhookPage = ({ webhook }: { webhook: Webhook }) => {
  const { webhookId, url, status, offBecause, description, secrets } = webhook
  const path = { webhookId }
  const addSecret = useAct('addWebhookSecret')
  const removeSecret = useAct('removeWebhookSecret')
  const [made, setMade] = useState<string>()
  const add = async () => setMade((await addSecret.mutateAsync({ path })).newSecret)
  return (
    <Page
      title={url}
      info={<OnOff status={status} />}
      about={[description, `Events: ${eventsInWords(webhook)}.`].filter(Boolean).join(' – ')}
      crumbs={crumbs}
      actions={<WebhookActions webhook={webhook} />}
    >
      {offBecause && (
        <Alert type="warning" header="It was turned off">
          {offBecause}
        </Alert>
      )}
      <WebhookDeliveries webhookId={webhookId} isOn={status === 'on'} />
      <SecretList
        secrets={secrets}
        zone={ownZone}
        about="Every valid secret signs. To replace one: add the second, give it to the receiver, then remove the first."
        onAdd={() => void add().catch(() => undefined)}
        onRemove={(secretId) => removeSecret.mutateAsync({ path: { webhookId, secretId } })}
        afterwards="Nothing is signed with it any more. Make sure that the receiver has the other one."
      >
        {addSecret.error && <Trouble error={addSecret.error} what="Adding a secret" />}
        {made && <SecretShown secret={made}>Give it to the receiver.</SecretShown>}
      </SecretList>
    </Page>
  )
}
