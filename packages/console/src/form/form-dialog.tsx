import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { SchemaForm } from './schema-form.tsx'
import type { FormInput } from './use-form.ts'

type FormDialogProps = FormInput & {
  title: string
  /** What the button does: "Schedule the session". */
  action: string
  /** Sends it; the dialog closes when it is done and stays, with what is wrong, when it is refused. */
  onSend: (value: never) => Promise<unknown>
  onClose: () => void
  /** What the schema and the hints hang on: the form begins anew when it changes. */
  formKey?: string
  /** What one needs to know, or choose, before. */
  children?: ReactNode
}

/** A form above the page that it belongs to. */
export const FormDialog = ({ title, onSend, onClose, formKey, children, ...form }: FormDialogProps) => (
  <Modal
    visible
    header={title}
    // A click beside the dialog does not throw away what was entered.
    onDismiss={({ detail }) => detail.reason !== 'overlay' && onClose()}
    closeAriaLabel="Close"
  >
    <SpaceBetween size="m">
      {children && <div>{children}</div>}
      <SchemaForm
        key={formKey}
        {...form}
        onSend={async (value) => {
          await onSend(value as never)
          onClose()
        }}
        actions={
          <Button formAction="none" variant="link" onClick={onClose}>
            Cancel
          </Button>
        }
      />
    </SpaceBetween>
  </Modal>
)
