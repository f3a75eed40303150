import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useTell } from '../../frame/notices.tsx'
import { WebhookForm } from './webhook-form.tsx'
import type { Webhook } from './webhook-words.tsx'

/** Tests a webhook, changes it, turns it on and off, removes it. */
export const WebhookActions = ({ webhook }: { webhook: Webhook }) => {
  const { webhookId, version, status, url, description, events, programIds } = webhook
  const path = { webhookId }
  const tell = useTell()
  const go = useNavigate()
  const [editing, setEditing] = useState(false)
  const test = useAct('testWebhook')
  const edit = useAct('editWebhook')
  const remove = useAct('removeWebhook')
  const send = async () => {
    try {
      const sent = await test.mutateAsync({ path })
      const last = sent.attempts.at(-1)
      if (sent.status === 'delivered') tell(`The test was answered with ${last?.status} in ${last?.milliseconds} ms.`)
      else tell(last?.problem ?? 'The test could not be delivered.', 'error')
    } catch (error) {
      tell((error as Error).message, 'error')
    }
  }
  const other = status === 'on' ? 'off' : 'on'
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button onClick={() => void send()} loading={test.isPending} loadingText="Sending">
        Send a test
      </Button>
      <Button onClick={() => setEditing(true)}>Change</Button>
      <ConfirmButton
        text={`Turn ${other}`}
        question={`Turn this webhook ${other}?`}
        onConfirm={() => edit.mutateAsync({ path, version, body: { status: other } })}
        done={`The webhook is ${other}.`}
      >
        {status === 'on'
          ? 'What happens meanwhile is not sent later by itself.'
          : 'Events are sent again from now on. What could not be delivered before can be sent again from the list.'}
      </ConfirmButton>
      <ConfirmButton
        text="Remove"
        question="Remove this webhook?"
        action="Remove the webhook"
        onConfirm={async () => {
          await remove.mutateAsync({ path })
          await go('/webhooks')
        }}
        done="The webhook was removed."
      >
        Nothing more is sent to {url}, and its log goes with it.
      </ConfirmButton>
      {editing && (
        <WebhookForm
          title="Change the webhook"
          action="Save"
          known={{ url, description, events, programIds }}
          onSend={(body) => edit.mutateAsync({ path, version, body })}
          onClose={() => setEditing(false)}
        />
      )}
    </SpaceBetween>
  )
}
