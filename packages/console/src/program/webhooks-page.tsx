import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { allAtOnce, useAct, useRead } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { type Column, List } from '../list/list.tsx'
import { OnOff } from './connections/connection-words.tsx'
import { SecretShown } from './secret-shown.tsx'
import { WebhookForm } from './webhooks/webhook-form.tsx'
import { eventsInWords, type Webhook } from './webhooks/webhook-words.tsx'

const columns: Column<Webhook>[] = [
  {
    id: 'url',
    header: 'Address',
    value: ({ url }) => url,
    cell: ({ webhookId, url }) => <LinkTo href={`/webhooks/${webhookId}`}>{url}</LinkTo>,
    rowHeader: true,
    minWidth: 220,
  },
  { id: 'description', header: 'What for', value: ({ description }) => description || undefined },
  { id: 'events', header: 'Events', value: eventsInWords, minWidth: 160 },
  { id: 'status', header: 'Status', value: ({ status }) => status, cell: (row) => <OnOff status={row.status} /> },
  { id: 'because', header: 'Off because', value: ({ offBecause }) => offBecause },
]

/** The addresses that events are sent to. */
export const Component = () => {
  const create = useAct('createWebhook')
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string>()
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      Add a webhook
    </Button>
  )
  return (
    <Page
      title="Webhooks"
      about="Other systems learn of what happens in your programs: ids, states and days, signed; never what people wrote or answered."
      actions={add}
    >
      {secret && <SecretShown secret={secret}>The receiver checks signatures with it.</SecretShown>}
      <List
        title="Webhooks"
        from={allAtOnce(useRead('listWebhooks', {}))}
        noun={{ one: 'webhook', many: 'webhooks' }}
        id={({ webhookId }) => webhookId}
        columns={columns}
        empty={{ text: 'Nothing is sent anywhere yet.', action: add }}
        file="webhooks"
      />
      {adding && (
        <WebhookForm
          title="Add a webhook"
          action="Add the webhook"
          onSend={async (body) => setSecret((await create.mutateAsync({ body })).newSecret)}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
