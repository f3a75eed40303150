import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ButtonTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { MatchStatus } from '../match-status.tsx'
import { MatchCheck } from './match-check.tsx'
import type { OwnMatchView } from './own-words.ts'

/** The coach or mentor of a participant, and how it goes with them. */
export const OwnMatch = ({ match }: { match: OwnMatchView }) => {
  const { programId, zone, may } = useProgram()
  const { service, providerName, publishedAt, status } = match
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={<MatchStatus status={status} />}
          actions={
            may('read engagements') && (
              <ButtonTo href={`/programs/${programId}/engagements/${match.matchId}`}>Open the engagement</ButtonTo>
            )
          }
        >
          {providerName}, your {service}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">
          {status === 'published' && publishedAt
            ? `You have been matched since ${dayOf(publishedAt, zone)} (${zone}). Agreement, sessions and action items are in the engagement.`
            : 'This match is over. What you had together stays in the engagement.'}
        </Box>
        {(status === 'published' || match.said.length > 0) && <MatchCheck match={match} />}
      </SpaceBetween>
    </Container>
  )
}
