import type { ComponentProps } from 'react'
import { FormDialog as Dialog } from '../form/form-dialog.tsx'
import { useTell } from '../frame/notices.tsx'
import { useProgram } from '../program/use-program.tsx'

type FormDialogProps = Omit<ComponentProps<typeof Dialog>, 'zone'> & {
  /** What to say at the top of the page once it is done. */
  done: string
}

/** A form in a dialog that says when it is done. */
export const FormDialog = ({ done, onSend, ...form }: FormDialogProps) => {
  const { zone } = useProgram()
  const tell = useTell()
  const send = async (value: never) => {
    await onSend(value)
    tell(done)
  }
  return <Dialog {...form} zone={zone} onSend={send} />
}
