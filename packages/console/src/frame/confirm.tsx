import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { type ReactNode, useState } from 'react'
import { DialogFooter } from './dialog-footer.tsx'
import { Trouble } from './trouble.tsx'

type ConfirmProps = {
  /** A question: "Pause the program?" */
  question: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** What the button does: "Pause the program". */
  action: string
  /** Why it is asked, for the record; no field without it. */
  reasonLabel?: string
  /** Does it; the dialog closes when it is done and stays, with the error, when it is refused. */
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks before something with consequences is done, with the reason that goes on the record. */
export const Confirm = ({ question, children, action, reasonLabel, onConfirm, onClose }: ConfirmProps) => {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const confirm = async () => {
    if (reasonLabel && reason.trim().length < 3) return setMissing(true)
    setBusy(true)
    setFailure(undefined)
    try {
      await onConfirm(reason.trim())
      onClose()
    } catch (error) {
      setFailure(error as Error)
      setBusy(false)
    }
  }
  return (
    <Modal
      visible
      header={question}
      onDismiss={onClose}
      closeAriaLabel="Close"
      footer={<DialogFooter action={action} busy={busy} onAct={() => void confirm()} onClose={onClose} />}
    >
      <SpaceBetween size="m">
        <div>{children}</div>
        {reasonLabel && (
          <FormField
            label={reasonLabel}
            description="Kept on the record, with your name."
            errorText={missing && reason.trim().length < 3 ? 'Say why, in a few words.' : undefined}
          >
            <Textarea value={reason} onChange={({ detail }) => setReason(detail.value)} rows={3} />
          </FormField>
        )}
        {failure && <Trouble error={failure} what={action} />}
      </SpaceBetween>
    </Modal>
  )
}
