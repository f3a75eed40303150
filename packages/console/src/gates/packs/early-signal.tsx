import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay, plusDays } from '../../when/when.ts'
import { Rag } from './rag.tsx'

type Result = 'met' | 'missed' | 'no data'
type Element = { element: string; result: Result; reason: string }

const signs: Record<Result, StatusIndicatorProps.Type> = { met: 'success', missed: 'error', 'no data': 'warning' }

/** The early-signal report of a day as of now: red, amber or green with what it rests on, and what is missing. */
export const EarlySignal = ({ day }: { day: number }) => {
  const { programId, program } = useProgram()
  const report = useRead('getEarlySignal', { path: { programId, day: String(day) } })
  const { data } = report
  // The contract leaves the rest of the report open.
  const { elements = [], words = '' } = (data?.rag ?? {}) as { elements?: Element[]; words?: string }
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={`Due on ${calendarDay(plusDays(program.startDate, day - 1))}; as of now. Directional, not proof.`}
        >
          Early signal at day {day}
        </Header>
      }
    >
      {report.error && <Trouble error={report.error} what="The report" again={() => report.refetch()} />}
      {report.isPending && <Loading what="the report" />}
      {data && (
        <SpaceBetween size="s">
          <Rag rag={data.rag.rag} />
          <Box variant="p">
            <strong>{data.headline}</strong>. {words}.
          </Box>
          {elements.map(({ element, result, reason }) => (
            <div key={element}>
              <StatusIndicator type={signs[result]}>
                {element}: {result}
              </StatusIndicator>
              <Box variant="small" color="text-body-secondary" display="block">
                {reason}
              </Box>
            </div>
          ))}
          {data.missing.length > 0 && (
            <div>
              <Box variant="h3">Missing</Box>
              <ul>
                {data.missing.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </div>
          )}
          <Box color="text-body-secondary">{data.caveat}</Box>
        </SpaceBetween>
      )}
    </Container>
  )
}
