import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ScoreBars } from './score-bars.tsx'
import { type Match, scoreInWords } from './words.ts'

/** The score of a match: the sentence, then each signal. */
export const WhyThisMatch = ({ match: { result } }: { match: Match }) => (
  <Container
    header={
      <Header variant="h2" description="What the score compares, and how much each signal adds.">
        Why this match: {scoreInWords(result.score)}
      </Header>
    }
  >
    <SpaceBetween size="m">
      <Box variant="p">{result.sentence}</Box>
      <ScoreBars result={result} />
      {result.withoutConsent.length > 0 && (
        <Alert type="info">
          Not used, because the participant has not consented to it for matching:{' '}
          {result.withoutConsent.map(fieldInWords).join(', ')}.
        </Alert>
      )}
    </SpaceBetween>
  </Container>
)

/** A field of the intake as people say it: `skillsWanted` as "skills wanted". */
const fieldInWords = (field: string): string => field.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`)
