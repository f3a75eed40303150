import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import type { Gate } from '../gate/gate.ts'
import { ChoiceField } from './choice-field.tsx'
import { type Choice, choiceInWords } from './choice-words.ts'
import { useChecked } from './use-checked.ts'
import { useCommittee } from './use-committee.ts'
import { WordsField } from './words-field.tsx'

/** One's own vote on a steering gate; it can be changed until the decision is recorded. Only for members of the committee. */
export const VoteForm = ({ gate }: { gate: Gate }) => {
  const { programId, part } = useProgram()
  const { members } = useCommittee()
  const mine = gate.votes.find(({ personId }) => personId === part.personId)
  const [choice, setChoice] = useState<string | undefined>(mine?.choice)
  const [reason, setReason] = useState(mine?.reason ?? '')
  const tell = useTell()
  const vote = useAct('voteOnGate')
  const problems = {
    ...(!choice && { choice: 'Choose what you vote for.' }),
    ...(reason.trim().length < 3 && { reason: 'Say why, in a few words.' }),
  }
  const form = useChecked('vote', problems, ['choice', 'reason'], async () => {
    const body = { choice: choice as Choice, reason: reason.trim() }
    await vote.mutateAsync({ path: { programId, gate: gate.gate }, body })
    tell(`Your vote is cast: ${choiceInWords(body.choice)}. You can change it until the decision is recorded.`)
  })
  if (!members?.some(({ personId }) => personId === part.personId)) return null
  const action = mine ? 'Change your vote' : 'Cast your vote'
  return (
    <Container header={<Header variant="h2">Your vote</Header>}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.busy && form.isComplete()) form.submit().catch(() => {})
        }}
      >
        <SpaceBetween size="m">
          <ChoiceField
            form="vote"
            label="What do you vote for?"
            choices={gate.choices}
            value={choice}
            onSet={setChoice}
            problem={form.shown.choice}
          />
          <WordsField
            form="vote"
            name="reason"
            label="Reason"
            description="The committee and those who oversee the program read it, with your name."
            value={reason}
            onSet={setReason}
            problem={form.shown.reason}
          />
          {form.failure && <Trouble error={form.failure} what={action} />}
          <Button variant={mine ? 'normal' : 'primary'} formAction="submit" loading={form.busy} loadingText={action}>
            {action}
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  )
}
