import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate } from 'react-router'
import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useTell } from '../../frame/notices.tsx'
import type { Connection, VendorOffer } from './connection-words.tsx'

/** Tests a connection, turns it on and off, removes it. */
export const ConnectionActions = ({ connection, vendor }: { connection: Connection; vendor: VendorOffer }) => {
  const tell = useTell()
  const go = useNavigate()
  const test = useAct('testConnection')
  const edit = useAct('editConnection')
  const remove = useAct('removeConnection')
  const { connectionId, version, status, name } = connection
  const path = { connectionId }
  const ask = async () => {
    try {
      const { ok, words } = await test.mutateAsync({ path })
      tell(words, ok ? 'success' : 'error')
    } catch (error) {
      tell((error as Error).message, 'error')
    }
  }
  const turn = (to: 'on' | 'off') => edit.mutateAsync({ path, version, body: { status: to } })
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {vendor.readsBack && (
        <Button onClick={() => void ask()} loading={test.isPending} loadingText="Asking">
          Test
        </Button>
      )}
      <ConfirmButton
        text={status === 'on' ? 'Turn off' : 'Turn on'}
        question={status === 'on' ? `Turn ${name} off?` : `Turn ${name} on?`}
        onConfirm={() => turn(status === 'on' ? 'off' : 'on')}
        done={status === 'on' ? `${name} is off.` : `${name} is on.`}
      >
        {status === 'on'
          ? 'Deliveries are turned away until it is on again. Most systems give up after some hours or days.'
          : 'Deliveries are taken again. What was turned away meanwhile does not come back by itself.'}
      </ConfirmButton>
      <ConfirmButton
        text="Remove"
        question={`Remove ${name}?`}
        action="Remove the connection"
        onConfirm={async () => {
          await remove.mutateAsync({ path })
          await go('/connections')
        }}
        done={`${name} was removed.`}
      >
        Its secrets and credentials are deleted, with its employees, deliveries and their log, and nothing is taken from
        it any more. People and their history stay.
      </ConfirmButton>
    </SpaceBetween>
  )
}
