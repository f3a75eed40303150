import { useParams } from 'react-router'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { Alternatives } from './alternatives.tsx'
import { MatchActions } from './match-actions.tsx'
import { MatchFacts } from './match-facts.tsx'
import { MatchHistory } from './match-history.tsx'
import { MatchStatus } from './match-status.tsx'
import { WhyThisMatch } from './why-this-match.tsx'

/** One match: what it rests on, what else there is, and what can be done with it. */
export const Component = () => {
  const { matchId = '' } = useParams()
  const { programId } = useProgram()
  const crumbs = useCrumbs(['Matching', '/matching'])
  const { data: match, error, refetch } = useRead('getMatch', { path: { programId, matchId } })
  if (!match)
    return (
      <Page title="Match" crumbs={crumbs}>
        {error ? <Trouble error={error} what="The match" again={refetch} /> : <Loading what="the match" />}
      </Page>
    )
  return (
    <Page
      // Another match starts afresh: nothing that stands open for the one before belongs to it.
      key={matchId}
      title={`${match.participantName} and ${match.providerName}`}
      info={<MatchStatus status={match.status} />}
      about={`${match.providerName} as ${match.service}. Run ${match.runId}.`}
      crumbs={crumbs}
      actions={<MatchActions match={match} />}
    >
      <MatchFacts match={match} />
      <WhyThisMatch match={match} />
      <Alternatives match={match} />
      <MatchHistory match={match} />
    </Page>
  )
}
