import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { ButtonTo } from '../frame/link-to.tsx'
import { useTell } from '../frame/notices.tsx'
import { useProgram } from '../program/use-program.tsx'
import { GiveAnother } from './give-another.tsx'
import { inReviewOrder, onShelf, useMatches, useMayApprove } from './use-matches.ts'
import { useMayChange } from './use-may-change.ts'
import type { Match } from './words.ts'

/** What can be done with a match by the person signed in, and the way to the next one that waits for them. */
export const MatchActions = ({ match }: { match: Match }) => {
  const { programId, may } = useProgram()
  const mayApprove = useMayApprove()
  const change = useMayChange(match)
  const [asking, setAsking] = useState<'approve' | 'turn down' | 'another'>()
  const close = () => setAsking(undefined)
  const path = { programId, matchId: match.matchId }
  const approve = useAct('approveMatch')
  const withdraw = useAct('withdrawMatch')
  const tell = useTell()
  const pair = `${match.participantName} and ${match.providerName}`
  const open = match.status === 'proposed' || match.status === 'approved'
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {match.replacedBy && (
        <ButtonTo href={`/programs/${programId}/matching/${match.replacedBy}`}>See what took its place</ButtonTo>
      )}
      {match.status !== 'proposed' && <NextToReview />}
      {open && may('review matches') && <Button onClick={() => setAsking('turn down')}>Turn down</Button>}
      {change && <Button onClick={() => setAsking('another')}>{change.action}</Button>}
      {match.status === 'proposed' && mayApprove(match) && (
        <Button variant="primary" onClick={() => setAsking('approve')}>
          Approve
        </Button>
      )}
      {asking === 'approve' && (
        <Confirm
          question={`Approve ${pair}?`}
          action="Approve"
          onConfirm={async () => {
            await approve.mutateAsync({ path, body: { version: match.version } })
            tell(`${pair}: approved.`)
          }}
          onClose={close}
        >
          It takes a place of {match.providerName}. Nobody is told before the match is published, which happens by
          itself once nothing of its run is left to review. {match.reviewReason}
        </Confirm>
      )}
      {asking === 'turn down' && (
        <Confirm
          question={`Turn down ${pair}?`}
          action="Turn down"
          reasonLabel="Why they do not fit"
          onConfirm={async (reason) => {
            await withdraw.mutateAsync({ path, body: { reason } })
            tell(`${pair}: turned down.`)
          }}
          onClose={close}
        >
          The pair is not proposed again; {match.participantName} waits for another proposal. To name somebody else at
          once, choose another instead.
        </Confirm>
      )}
      {asking === 'another' && <GiveAnother match={match} onClose={close} />}
    </SpaceBetween>
  )
}

/** The way on when this one is decided: what waits for the person, those of highest impact first. */
const NextToReview = () => {
  const { programId } = useProgram()
  const mayApprove = useMayApprove()
  const next = inReviewOrder((onShelf(useMatches(), 'review').rows ?? []).filter(mayApprove))
  return next[0] ? (
    <ButtonTo variant="primary" href={`/programs/${programId}/matching/${next[0].matchId}`}>
      Review the next of {next.length}
    </ButtonTo>
  ) : null
}
