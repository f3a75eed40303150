import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { DialogFooter } from '../../frame/dialog-footer.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import type { Connection, VendorOffer } from './connection-words.tsx'
import { type Entered, given, isBesideFields } from './entered.ts'

type ConnectionEditProps = { connection: Connection; vendor: VendorOffer; onClose: () => void }

/** Changes name, zone, settings and credentials of a connection. */
export const ConnectionEdit = ({ connection, vendor, onClose }: ConnectionEditProps) => {
  const { connectionId, version, name, zone, settings } = connection
  const [entered, setEntered] = useState<Entered>({ name, zone, settings, credentials: {}, secret: '' })
  const edit = useAct('editConnection')
  const tell = useTell()
  const save = async () => {
    await edit.mutateAsync({ path: { connectionId }, version, body: given(entered) })
    tell('The connection was changed.')
    onClose()
  }
  return (
    <Modal
      visible
      header={`Change ${name}`}
      closeAriaLabel="Close"
      onDismiss={({ detail }) => detail.reason !== 'overlay' && onClose()}
      footer={
        <DialogFooter
          action="Save"
          busy={edit.isPending}
          onAct={() => void save().catch(() => undefined)}
          onClose={onClose}
        />
      }
    >
      <SpaceBetween size="m">
        <ConnectionFields
          vendor={vendor}
          entered={entered}
          change={(part) => setEntered({ ...entered, ...part })}
          problem={(field) => edit.error?.fields.find((each) => each.field === field)?.problem}
          kept={connection.credentials}
        />
        {edit.error && isBesideFields(vendor, edit.error, connection.credentials) && (
          <Trouble error={edit.error} what="The change" />
        )}
      </SpaceBetween>
    </Modal>
  )
}
