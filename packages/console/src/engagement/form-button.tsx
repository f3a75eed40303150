import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../form/form-dialog.tsx'
import type { Hints, Schema } from '../form/schema.ts'
import { useTell } from '../frame/notices.tsx'
import { useProgram } from '../program/use-program.tsx'

type FormButtonProps<Value> = {
  text: string
  /** The dialog's title, where that is not what the button says. */
  title?: string
  /** What the dialog's button says, where that is more: "Send the review". */
  action?: string
  variant?: ButtonProps['variant']
  /** Names what it is about where several buttons say the same. */
  ariaLabel?: string
  schema: Schema
  hints?: Hints
  known?: unknown
  /** Sends it. */
  onSend: (value: Value) => Promise<unknown>
  /** What is told once it is done. */
  done: string
  children?: ReactNode
}

/** A button that opens a short form. */
export const FormButton = <Value,>(props: FormButtonProps<Value>) => {
  const { text, title = text, action = text, variant, ariaLabel, schema, hints, known, onSend, done, children } = props
  const { zone } = useProgram()
  const tell = useTell()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} ariaLabel={ariaLabel} onClick={() => setOpen(true)}>
        {text}
      </Button>
      {open && (
        <FormDialog
          title={title}
          action={action}
          schema={schema}
          hints={hints}
          known={known}
          zone={zone}
          onClose={() => setOpen(false)}
          onSend={async (value: Value) => {
            await onSend(value)
            tell(done)
          }}
        >
          {children}
        </FormDialog>
      )}
    </>
  )
}
