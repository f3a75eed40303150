import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { FormDialog } from '../../form/form-dialog.tsx'
import type { Schema } from '../../form/schema.ts'
import { SecretList } from '../secret-list.tsx'
import { SecretShown } from '../secret-shown.tsx'
import type { Connection, VendorOffer } from './connection-words.tsx'

const schema: Schema = {
  type: 'object',
  properties: {
    secret: {
      type: 'string',
      title: 'The new secret',
      description: 'As the HR system shows it. Kept encrypted, and never shown again.',
      minLength: 16,
      maxLength: 500,
    },
  },
  required: ['secret'],
}

/** The secrets of a connection, and how one replaces another. */
export const ConnectionSecrets = ({ connection, vendor }: { connection: Connection; vendor: VendorOffer }) => {
  const { connectionId, secrets, zone } = connection
  const add = useAct('addConnectionSecret')
  const remove = useAct('removeConnectionSecret')
  const [made, setMade] = useState<string>()
  const [asking, setAsking] = useState(false)
  const path = { connectionId }
  const onAdd = async () => {
    if (vendor.takesSecret) return setAsking(true)
    setMade((await add.mutateAsync({ path, body: {} })).newSecret)
  }
  return (
    <SecretList
      secrets={secrets}
      zone={zone}
      about="To replace one without losing a delivery: add the second here, change to it at the HR system, then remove the first."
      onAdd={() => void onAdd().catch(() => undefined)}
      onRemove={(secretId) => remove.mutateAsync({ path: { connectionId, secretId } })}
      afterwards="What is signed with it is turned away from now on. Make sure that the HR system uses the other one."
    >
      {made && <SecretShown secret={made}>{`Enter it at ${vendor.words}.`}</SecretShown>}
      {asking && (
        <FormDialog
          title="Add a second secret"
          action="Add the secret"
          zone={zone}
          schema={schema}
          onSend={(body: { secret: string }) => add.mutateAsync({ path, body })}
          onClose={() => setAsking(false)}
        />
      )}
    </SecretList>
  )
}
