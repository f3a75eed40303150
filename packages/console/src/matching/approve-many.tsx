import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer } from '../api/client.ts'
import { useAct } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useProgram } from '../program/use-program.tsx'
import { count } from '../words/figure.ts'
import type { Match } from './words.ts'

type Outcome = Answer<'approveMatches'>['items'][number]

/** As many as the API takes in one request. */
const atOnce = 100

/** Approves chosen matches, after asking; says of each that was refused why. */
export const ApproveMany = ({ matches, onClose }: { matches: Match[]; onClose: () => void }) => {
  const { programId } = useProgram()
  const act = useAct('approveMatches')
  // The list behind changes as matches are approved; what was chosen does not.
  const [chosen] = useState(matches)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const [running, setRunning] = useState(false)
  const done = outcomes.length === chosen.length
  const alone = chosen.filter(({ review }) => review !== 'bulk').length
  const approve = async () => {
    setRunning(true)
    try {
      for (let start = outcomes.length; start < chosen.length; start += atOnce) {
        const matchIds = chosen.slice(start, start + atOnce).map(({ matchId }) => matchId)
        const { items } = await act.mutateAsync({ path: { programId }, body: { matchIds } })
        setOutcomes((before) => [...before, ...items])
      }
    } catch {
      // Shown from `act.error`; the button goes on where it broke off.
    }
    setRunning(false)
  }
  const noun = count(chosen.length, 'match', 'matches')
  return (
    <Modal
      visible
      header={done ? 'Approved in bulk' : `Approve ${noun}?`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {!done && (
              <Button variant="link" onClick={onClose}>
                Cancel
              </Button>
            )}
            <Button variant="primary" loading={running} loadingText="Approving" onClick={done ? onClose : approve}>
              {done ? 'Close' : `Approve ${noun}`}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {!done && (
          <div>
            Each takes a place of its coach or mentor. Nobody is told before the matches are published; a run is
            published by itself once nothing of it is left to review.
            {alone > 0 &&
              ` ${count(alone, 'of them needs', 'of them need')} a look of their own and will be refused here.`}
          </div>
        )}
        {(running || outcomes.length > 0) && (
          <ProgressBar
            label="Approving"
            value={(outcomes.length / chosen.length) * 100}
            additionalInfo={`${outcomes.length} of ${chosen.length} looked at`}
            status={done ? 'success' : 'in-progress'}
            resultText={`${outcomes.filter(({ outcome }) => outcome === 'approved').length} approved`}
          />
        )}
        <RefusedMatches chosen={chosen} outcomes={outcomes} />
        {act.error && <Trouble error={act.error} what="Approving" />}
      </SpaceBetween>
    </Modal>
  )
}

const RefusedMatches = ({ chosen, outcomes }: { chosen: Match[]; outcomes: Outcome[] }) => {
  const { programId } = useProgram()
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused')
  if (refused.length === 0) return null
  const nameOf = new Map(chosen.map((match) => [match.matchId, `${match.participantName} → ${match.providerName}`]))
  return (
    <Alert type="warning" header={`${count(refused.length, 'match was', 'matches were')} not approved`}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {refused.map(({ matchId, problem }) => (
          <li key={matchId}>
            <LinkTo href={`/programs/${programId}/matching/${matchId}`}>{nameOf.get(matchId) ?? matchId}</LinkTo>:{' '}
            {problem}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
