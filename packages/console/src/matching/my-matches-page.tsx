import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import { useRead } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { ChooseProvider } from './mine/choose-provider.tsx'
import { OwnMatch } from './mine/own-match.tsx'
import { OwnPairs } from './mine/own-pairs.tsx'

/** The matches of the person signed in: whom they may choose, whom they have, how it goes. */
export const Component = () => {
  const { programId, part, may } = useProgram()
  const { data, error, refetch } = useRead('listOwnMatches', { path: { programId } }, { everySeconds: 60 })
  const asParticipant = data?.items.filter(({ participantId }) => participantId === part.personId) ?? []
  const asProvider = data?.items.filter(({ providerId }) => providerId === part.personId) ?? []
  return (
    <Page
      title="Your matches"
      about="Your coach or mentor, or those whom you coach and mentor."
      crumbs={useCrumbs()}
      actions={
        may('register provider') && <ButtonTo href={`/programs/${programId}/providers/me`}>Your profile</ButtonTo>
      }
    >
      {error && !data && <Trouble error={error} what="Your matches" again={refetch} />}
      {!error && !data && <Loading what="your matches" />}
      {asParticipant.map((match) =>
        match.choices.length > 0 ? (
          <ChooseProvider key={match.matchId} match={match} />
        ) : (
          <OwnMatch key={match.matchId} match={match} />
        ),
      )}
      {asProvider.length > 0 && <OwnPairs matches={asProvider} />}
      {data?.items.length === 0 && (
        <Container>
          <Box variant="p">
            You have no match yet. You get a mail as soon as a match with you is published.
            {may('register provider') && ' Until then, see that your profile as coach or mentor is complete.'}
          </Box>
          <ButtonTo href={`/programs/${programId}`}>To the program</ButtonTo>
        </Container>
      )}
    </Page>
  )
}
