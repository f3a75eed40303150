import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAct, useRead } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { points, profileWords, signalWords } from '../words.ts'

type Suggestion = Answer<'getOverrideReport'>['suggestions'][number]

/** Other weights that overrides speak for; a suggestion until somebody applies it. */
export const SuggestedWeights = ({ suggestions }: { suggestions: Suggestion[] }) => {
  const { programId, may } = useProgram()
  const settings = useRead('getMatchingSettings', { path: { programId } })
  const edit = useAct('editMatchingSettings')
  const tell = useTell()
  const [applying, setApplying] = useState<Suggestion>()
  const version = settings.data?.version
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="From three overrides on whose reasons speak of weights; at most 10 points a signal."
        >
          Suggested weights
        </Header>
      }
    >
      <SpaceBetween size="m">
        {suggestions.map((each) => (
          <SpaceBetween key={each.profile} size="xxs">
            <Box variant="h3" padding="n">
              {profileWords[each.profile]}
            </Box>
            <div>{each.words}</div>
            <Changes changes={each.changes} />
            {each.changes.length > 0 && may('configure matching') && (
              <Button
                disabled={version === undefined}
                ariaLabel={`Apply the weights for: ${profileWords[each.profile]}`}
                onClick={() => setApplying(each)}
              >
                Apply these weights
              </Button>
            )}
          </SpaceBetween>
        ))}
      </SpaceBetween>
      {applying && version !== undefined && (
        <Confirm
          question="Apply the suggested weights?"
          action="Apply these weights"
          onConfirm={async () => {
            const body = { profiles: { [applying.profile]: applying.weights } }
            await edit.mutateAsync({ path: { programId }, version, body })
            tell('The weights were changed. They count from the next run on.')
          }}
          onClose={() => setApplying(undefined)}
        >
          <Changes changes={applying.changes} />
          What is proposed already keeps its scores until the next run. The change is on the record.
        </Confirm>
      )}
    </Container>
  )
}

const Changes = ({ changes }: Pick<Suggestion, 'changes'>) =>
  changes.length > 0 && (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {changes.map(({ signal, from, to, why }) => (
        <li key={signal}>
          {signalWords[signal]}: from {points(from)} to {points(to)}. {why}
        </li>
      ))}
    </ul>
  )
