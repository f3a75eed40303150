import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { count } from '../../words/figure.ts'

type Line = Answer<'getPoolForecast'>['lines'][number]

const looks: Record<Line['status'], [StatusIndicatorProps.Type, string]> = {
  enough: ['success', 'Enough'],
  'too few': ['error', 'Too few'],
  'more than needed': ['info', 'More than needed'],
}

/** How the number of coaches or mentors stands to what is needed, as word and sign. */
export const Enough = ({ status }: Pick<Line, 'status'>) => (
  <StatusIndicator type={looks[status][0]}>{looks[status][1]}</StatusIndicator>
)

/** How the pools of coaches and mentors stand today. */
export const PoolStatus = () => {
  const { programId } = useProgram()
  const { data, error, refetch } = useRead('getPoolForecast', { path: { programId } })
  return (
    <Container
      header={
        <Header variant="h2" description="Those still without a match, against the free places of who is selected.">
          Today
        </Header>
      }
      footer={<WhenAlerted />}
    >
      {error && !data && <Trouble error={error} what="The pools" again={refetch} />}
      {!error && !data && <Loading what="the pools" />}
      {data && (
        <SpaceBetween size="m">
          <ColumnLayout columns={2} variant="text-grid">
            {data.lines.map((line) => (
              <SpaceBetween key={line.service} size="xxs">
                <Box variant="h3" padding="n">
                  {line.service === 'coach' ? 'Coaches' : 'Mentors'}
                </Box>
                <Enough status={line.status} />
                <div>{line.words}</div>
              </SpaceBetween>
            ))}
          </ColumnLayout>
          {data.notReady > 0 && (
            <div>
              {count(data.notReady, 'participant is', 'participants are')} not counted: their intake, decision or
              consent is still open.
            </div>
          )}
        </SpaceBetween>
      )}
    </Container>
  )
}

const WhenAlerted = () => (
  <ExpandableSection headerText="When does Pilotgate send a capacity alert?">
    <Box variant="p">
      On Monday morning, when coaches or mentors have left their target, and again after every four weeks outside of it:
      coaches are to be 8 to 12 % of active leaders, and each mentor is to have one to three mentees. There is no alert
      before somebody is selected, or week 3 is closed.
    </Box>
    <Box variant="p">
      What helps: open candidacies for who is missing, import or reinstate providers, give them more places in the
      roster, or serve more people in small groups and office hours – see “What if”. More than needed means that
      providers stay unused.
    </Box>
  </ExpandableSection>
)
