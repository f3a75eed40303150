import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../api/queries.ts'
import { DialogFooter } from '../frame/dialog-footer.tsx'
import { useTell } from '../frame/notices.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useProgram } from '../program/use-program.tsx'
import { useProviderOptions } from './provider-options.ts'
import { useMayChange } from './use-may-change.ts'
import { WeighedProvider } from './weighed-provider.tsx'
import { type Match, type OverrideReason, reasonWords } from './words.ts'

type GiveAnotherProps = {
  match: Match
  /** Whom to give, where that was chosen already. */
  providerId?: string
  onClose: () => void
}

type Wanted = { providerId?: string; reason?: OverrideReason; text: string }

const reasons = Object.entries(reasonWords).map(([value, words]) => ({ value, ...words }))

/** Gives the participant another provider, with a reason: an override before publication, a reassignment after it. */
export const GiveAnother = ({ match, providerId, onClose }: GiveAnotherProps) => {
  const { programId } = useProgram()
  const change = useMayChange(match)
  const act = useAct(change?.route ?? 'overrideMatch')
  const navigate = useNavigate()
  const tell = useTell()
  const options = useProviderOptions(match)
  const [wanted, setWanted] = useState<Wanted>({ providerId, text: '' })
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }))
  const problems = {
    providerId: wanted.providerId ? undefined : `Choose a ${match.service}.`,
    reason: wanted.reason ? undefined : 'Choose a reason.',
    text: wanted.text.trim().length < 3 ? 'Say why, in a few words of your own.' : undefined,
  }
  const problemOf = (field: keyof typeof problems) =>
    (tried && problems[field]) || act.error?.fields.find((each) => each.field === field)?.problem
  const give = async () => {
    setTried(true)
    const { providerId: id, reason, text } = wanted
    if (!id || !reason || problems.text) return
    const body = { providerId: id, reason, text: text.trim() }
    const next = await act.mutateAsync({ path: { programId, matchId: match.matchId }, body }).catch(() => undefined)
    if (!next) return
    tell(
      `${next.participantName} is to have ${next.providerName}${next.status === 'approved' ? '' : '; it waits for the program owner'}.`,
    )
    onClose()
    navigate(`/programs/${programId}/matching/${next.matchId}`)
  }
  const published = match.status === 'published'
  return (
    <Modal
      visible
      size="medium"
      header={published ? `Reassign ${match.participantName}` : `Another ${match.service} for ${match.participantName}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <DialogFooter
          action={published ? 'Reassign' : 'Override'}
          busy={act.isPending}
          onAct={() => void give()}
          onClose={onClose}
        />
      }
    >
      <SpaceBetween size="m">
        <div>
          {published
            ? `The match with ${match.providerName} ends and gives its place back; the new one is published like any other. Both stay in the history.`
            : `${match.providerName} is set aside and stays in the history. Reasons are reported, and from three on they suggest other weights.`}
        </div>
        <FormField label={`New ${match.service}`} errorText={problemOf('providerId')}>
          <Select
            filteringType="auto"
            placeholder={`Choose a ${match.service}`}
            options={options}
            selectedOption={
              options.flatMap((each) => each.options).find(({ value }) => value === wanted.providerId) ?? null
            }
            onChange={({ detail }) => set({ providerId: detail.selectedOption.value })}
            empty={`No other ${match.service} is selected.`}
          />
        </FormField>
        {wanted.providerId && <WeighedProvider matchId={match.matchId} providerId={wanted.providerId} />}
        <FormField label="Reason" errorText={problemOf('reason')}>
          <Select
            placeholder="Choose a reason"
            options={reasons}
            selectedOption={reasons.find(({ value }) => value === wanted.reason) ?? null}
            onChange={({ detail }) => set({ reason: detail.selectedOption.value as OverrideReason })}
          />
        </FormField>
        <FormField
          label="In your own words"
          description="Kept on the record, with your name."
          errorText={problemOf('text')}
        >
          <Textarea value={wanted.text} onChange={({ detail }) => set({ text: detail.value })} rows={3} />
        </FormField>
        {act.error && <Trouble error={act.error} what={published ? 'The reassignment' : 'The override'} />}
      </SpaceBetween>
    </Modal>
  )
}
