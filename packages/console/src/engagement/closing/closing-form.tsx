import Button from '@cloudscape-design/components/button'
import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { usePair } from '../pair.tsx'
import type { Closing } from './closing-words.tsx'
import { type ClosingKind, kindInWords, schemaOf } from './schemas.ts'

type ClosingFormProps = { kind: ClosingKind; known: Closing['form']; onClose: () => void }

/** Writes a closing artifact; a draft stays on this device until it is handed in. */
export const ClosingFormView = ({ kind, known, onClose }: ClosingFormProps) => {
  const { zone } = useProgram()
  const { path } = usePair()
  const tell = useTell()
  const submit = useAct('submitClosing')
  return (
    <SchemaForm
      schema={schemaOf(kind)}
      hints={{
        kind: { fixed: kind },
        goals: { noun: 'goal' },
        transfer: { noun: 'item' },
        'goals.reached': {
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'partly', label: 'Partly' },
            { value: 'no', label: 'No' },
          ],
        },
      }}
      known={known}
      zone={zone}
      draftKey={`closing.${path.engagementId}.${kind}`}
      action="Hand it in"
      actions={
        <Button formAction="none" variant="link" onClick={onClose}>
          Cancel
        </Button>
      }
      onSend={async (body) => {
        await submit.mutateAsync({ path: { ...path, kind }, body: body as Input<'submitClosing'>['body'] })
        tell(`${kindInWords[kind]}: handed in.`)
        onClose()
      }}
    />
  )
}
