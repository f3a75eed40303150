import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import Multiselect from '@cloudscape-design/components/multiselect'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Refused } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { DialogFooter } from '../../frame/dialog-footer.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { noPartIn, withChosen } from '../kept-choices.ts'

type Entered = { url: string; description: string; events: string[]; programIds: string[] }

type WebhookFormProps = {
  title: string
  action: string
  known?: Entered
  onSend: (entered: Entered) => Promise<unknown>
  onClose: () => void
}

const nothing: Entered = { url: '', description: '', events: [], programIds: [] }

/** Where events go, which ones, and of which programs. */
export const WebhookForm = ({ title, action, known = nothing, onSend, onClose }: WebhookFormProps) => {
  const [entered, setEntered] = useState(known)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const catalogue = useRead('listWebhookEvents', {}).data?.items
  const programs = useRead('listPrograms', {}).data?.items
  const events = withChosen(
    (catalogue ?? []).map(({ type, words }) => ({ value: type, label: type, description: words })),
    known.events,
    catalogue ? 'An event that is not sent any more' : 'Loading …',
  )
  const names = withChosen(
    (programs ?? []).map(({ programId, name }) => ({ value: programId, label: name })),
    known.programIds,
    programs ? noPartIn : 'Loading …',
  )
  const change = (part: Partial<Entered>) => setEntered({ ...entered, ...part })
  const problem = (field: string) =>
    (failure as Refused | undefined)?.fields?.find((each) => each.field.split('.')[0] === field)?.problem
  const send = async () => {
    setBusy(true)
    try {
      await onSend({ ...entered, url: entered.url.trim() })
      onClose()
    } catch (error) {
      setFailure(error as Error)
      setBusy(false)
    }
  }
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel="Close"
      onDismiss={({ detail }) => detail.reason !== 'overlay' && onClose()}
      footer={<DialogFooter action={action} busy={busy} onAct={() => void send()} onClose={onClose} />}
    >
      <SpaceBetween size="m">
        <FormField label="Address" description="Begins with https." errorText={problem('url')}>
          <Input
            type="url"
            value={entered.url}
            onChange={({ detail }) => change({ url: detail.value })}
            placeholder="https://example.com/pilotgate"
          />
        </FormField>
        <FormField label="What for (optional)" errorText={problem('description')}>
          <Input value={entered.description} onChange={({ detail }) => change({ description: detail.value })} />
        </FormField>
        <FormField label="Events" description="None chosen: all of them." errorText={problem('events')}>
          <Multiselect
            options={events}
            selectedOptions={events.filter(({ value }) => entered.events.includes(value))}
            onChange={({ detail }) => change({ events: detail.selectedOptions.map(({ value }) => value ?? '') })}
            filteringType="auto"
            filteringAriaLabel="Search events"
            placeholder="All events"
            tokenLimit={5}
          />
        </FormField>
        <FormField label="Programs" description="None chosen: all of them." errorText={problem('programIds')}>
          <Multiselect
            options={names}
            selectedOptions={names.filter(({ value }) => entered.programIds.includes(value))}
            onChange={({ detail }) => change({ programIds: detail.selectedOptions.map(({ value }) => value ?? '') })}
            placeholder="All programs"
          />
        </FormField>
        {failure && <Trouble error={failure} what={action} />}
      </SpaceBetween>
    </Modal>
  )
}
