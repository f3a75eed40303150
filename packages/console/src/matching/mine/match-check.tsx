import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import type { OwnMatchView } from './own-words.ts'

type What = OwnMatchView['said'][number]['what']

const questions: Record<What, { title: string; yes: string; no: string }> = {
  chemistry: { title: 'After the first week', yes: 'It fits', no: 'It does not fit' },
  reassessment: { title: 'After 30 days', yes: 'We go on', no: 'I would like somebody else' },
}

/** What the participant said of the match, and the question that is next. */
export const MatchCheck = ({ match }: { match: OwnMatchView }) => {
  const { zone } = useProgram()
  const next = (Object.keys(questions) as What[]).find((what) => !match.said.some((each) => each.what === what))
  return (
    <SpaceBetween size="m">
      {match.said.map(({ what, fine, note, at }) => (
        <div key={what}>
          <Box variant="h3" padding="n">
            {questions[what].title}
          </Box>
          <StatusIndicator type={fine ? 'success' : 'warning'}>
            {fine ? questions[what].yes : questions[what].no}
          </StatusIndicator>
          <Box variant="small">
            You said so on {dayOf(at, zone)}. {note}
          </Box>
        </div>
      ))}
      {next && match.status === 'published' && <Question key={next} match={match} what={next} />}
    </SpaceBetween>
  )
}

const Question = ({ match, what }: { match: OwnMatchView; what: What }) => {
  const { programId } = useProgram()
  const act = useAct('checkMatch')
  const tell = useTell()
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const { title, yes, no } = questions[what]
  const say = async () => {
    setMissing(answer === undefined)
    if (!answer) return
    const path = { programId, matchId: match.matchId }
    const said = await act.mutateAsync({ path, body: { what, fine: answer === 'yes', note } }).catch(() => undefined)
    if (said) tell('Thank you. Your answer went to the matching owner.')
  }
  return (
    <SpaceBetween size="s">
      <Box variant="h3" padding="n">
        {title}: how does it go?
      </Box>
      <Box variant="small">
        Pilotgate asks you by mail when it is time; you may answer before. Your answer goes to the matching owner, not
        to {match.providerName}, and cannot be changed.
      </Box>
      <FormField
        label={`Does it fit with ${match.providerName}?`}
        errorText={missing && !answer ? 'Choose an answer.' : undefined}
      >
        <RadioGroup
          value={answer ?? null}
          onChange={({ detail }) => setAnswer(detail.value as 'yes' | 'no')}
          items={[
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ]}
        />
      </FormField>
      <FormField label="In your own words" description="Optional; at most 2,000 characters.">
        <Textarea value={note} onChange={({ detail }) => setNote(detail.value)} rows={3} />
      </FormField>
      <Button loading={act.isPending} loadingText="Sending" onClick={say}>
        Send the answer
      </Button>
      {act.error && <Trouble error={act.error} what="Your answer" />}
    </SpaceBetween>
  )
}
