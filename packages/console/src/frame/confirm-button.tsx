import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import { type ReactNode, useState } from 'react'
import { Confirm } from './confirm.tsx'
import { useTell } from './notices.tsx'

type ConfirmButtonProps = {
  text: string
  variant?: ButtonProps['variant']
  ariaLabel?: string
  /** The question of the dialog: "Cancel this session?" */
  question: string
  /** What the dialog's button says, where that is not what the button says. */
  action?: string
  reasonLabel?: string
  onConfirm: (reason: string) => Promise<unknown>
  /** What is told once it is done. */
  done: string
  /** What will happen. */
  children: ReactNode
}

/** A button that asks before something with consequences is done. */
export const ConfirmButton = (props: ConfirmButtonProps) => {
  const { text, variant, ariaLabel, question, action = text, reasonLabel, onConfirm, done, children } = props
  const tell = useTell()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} ariaLabel={ariaLabel} onClick={() => setOpen(true)}>
        {text}
      </Button>
      {open && (
        <Confirm
          question={question}
          action={action}
          reasonLabel={reasonLabel}
          onClose={() => setOpen(false)}
          onConfirm={async (reason) => {
            await onConfirm(reason)
            tell(done)
          }}
        >
          {children}
        </Confirm>
      )}
    </>
  )
}
