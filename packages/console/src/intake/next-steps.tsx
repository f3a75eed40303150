import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { useProgram } from '../program/use-program.tsx'

/** What comes after an intake that is handed in: the match on its way, or the one there is. */
export const NextSteps = ({ isDecided }: { isDecided: boolean }) => {
  const { programId, may } = useProgram()
  const path = { programId }
  const matches = useRead('listOwnMatches', { path }, { enabled: may('read own matches') })
  const isMatched = (matches.data?.items.length ?? 0) > 0
  return (
    <Container header={<Header variant="h2">What happens next</Header>}>
      <SpaceBetween size="s">
        {isMatched ? (
          <div>You are matched. Who it is, and what to do now, stands under your matches.</div>
        ) : (
          <ol style={{ margin: 0, paddingInlineStart: '1.4em' }}>
            {!isDecided && <li>You allow your goals to be used for finding a coach or mentor, below.</li>}
            <li>Pilotgate compares you with the coaches and mentors who have places, from what you consented to.</li>
            <li>A person looks at the proposal and approves it. Nothing is final without that.</li>
            <li>You get a mail with the name, and can answer for your match.</li>
          </ol>
        )}
        {may('read own matches') && <ButtonTo href={`/programs/${programId}/matches/mine`}>Your matches</ButtonTo>}
      </SpaceBetween>
    </Container>
  )
}
