import Grid from '@cloudscape-design/components/grid'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { OverviewFacts } from './overview-facts.tsx'
import { OverviewKpis } from './overview-kpis.tsx'
import { OverviewPeople } from './overview-people.tsx'
import { OverviewTasks } from './overview-tasks.tsx'
import { OverviewWaiting } from './overview-waiting.tsx'
import { Timeline } from './timeline.tsx'
import { useProgram } from './use-program.tsx'

/** What waits now, when what comes, the weeks, and how people and numbers stand. */
export const OverviewOfProgram = () => {
  const { programId, may } = useProgram()
  const timeline = useRead('getTimeline', { path: { programId } }, { everySeconds: 15 })
  if (!timeline.data) {
    return timeline.error ? (
      <Trouble error={timeline.error} what="The timeline" again={() => void timeline.refetch()} />
    ) : (
      <Loading what="the timeline" />
    )
  }
  const { weeks, now } = timeline.data
  const beside = [
    <OverviewTasks key="tasks" />,
    ...(may('read measurement') ? [<OverviewKpis key="kpis" />] : []),
    ...(may('read people') ? [<OverviewPeople key="people" />] : []),
  ]
  const share = Math.floor(12 / beside.length)
  return (
    <SpaceBetween size="l">
      <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
        <OverviewWaiting weeks={weeks} now={now} />
        <OverviewFacts weeks={weeks} now={now} />
      </Grid>
      <Timeline weeks={weeks} />
      <Grid gridDefinition={beside.map(() => ({ colspan: { default: 12, s: share } }))}>{beside}</Grid>
    </SpaceBetween>
  )
}
