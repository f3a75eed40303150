import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { Trouble } from '../frame/trouble.tsx'
import { moment } from '../when/when.ts'
import { FieldView } from './field-view.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { type FormInput, useForm } from './use-form.ts'

type SchemaFormProps = FormInput & {
  /** What the button does: "Send the answer". */
  action: string
  /** Sends it; what the API refuses is shown at its fields. */
  onSend: (value: unknown) => Promise<unknown>
  /** Further buttons, before the main one. */
  actions?: ReactNode
}

/** A form of a JSON Schema: fields, what is wrong with them in words, a draft kept on this device until it is sent. */
export const SchemaForm = ({ action, onSend, actions, ...input }: SchemaFormProps) => {
  const form = useForm(input)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const send = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      await form.send(onSend)
    } catch (error) {
      setFailure(error as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <SpaceBetween size="l">
        {form.restoredAt && (
          <Alert
            type="info"
            action={
              <Button formAction="none" onClick={form.discard}>
                Discard the draft
              </Button>
            }
          >
            Your draft of {moment(form.restoredAt, input.zone)} was restored. It is kept on this device only, until you
            send it.
          </Alert>
        )}
        <FieldView form={form} field={form.field} path="" />
        <ProblemSummary form={form} />
        {failure && <Trouble error={failure} what={action} />}
        <SpaceBetween direction="horizontal" size="xs">
          {actions}
          <Button variant="primary" loading={busy} loadingText={action}>
            {action}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  )
}
