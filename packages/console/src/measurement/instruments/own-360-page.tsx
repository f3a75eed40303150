import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { OwnMovement } from './own-movement.tsx'
import { OwnRound } from './own-round.tsx'

/** The 360 of the person signed in: the own ratings, and the mean of the others from five of them on. */
export const Component = () => {
  const { programId, may } = useProgram()
  const report = useRead('getOwnReport', { path: { programId } })
  const raters = `/programs/${programId}/raters/me`
  return (
    <Page
      title="Your 360"
      about="How you see yourself, and how others see you. Nobody but you reads this page."
      crumbs={useCrumbs()}
      actions={may('name raters') && <ButtonTo href={raters}>Your raters</ButtonTo>}
    >
      {report.error && !report.data && (
        <Trouble error={report.error} what="Your 360" again={() => void report.refetch()} />
      )}
      {!report.error && !report.data && <Loading what="your 360" />}
      {report.data?.rounds.length === 0 && (
        <Container>
          <Box textAlign="center" padding="m">
            <SpaceBetween size="s">
              <div>
                Your 360 has not been asked for yet. You get a mail when it is; until then you can choose who rates you.
              </div>
              {may('name raters') && <ButtonTo href={raters}>Choose who rates you</ButtonTo>}
            </SpaceBetween>
          </Box>
        </Container>
      )}
      {report.data && report.data.rounds.length > 0 && (
        <SpaceBetween size="l">
          <Alert type="info">
            Others are shown as a mean of at least five of them, so that nobody can be told apart. What rests on fewer
            is withheld, and says so.
          </Alert>
          {report.data.movement.length > 0 && <OwnMovement movement={report.data.movement} />}
          {report.data.rounds.toReversed().map((round) => (
            <OwnRound key={`${round.gate}.${round.instrument}`} round={round} />
          ))}
        </SpaceBetween>
      )}
    </Page>
  )
}
