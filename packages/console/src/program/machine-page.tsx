import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useMemo } from 'react'
import { useRead, useRows } from '../api/queries.ts'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { MachineHistory } from './machine-history.tsx'
import { MachineStates } from './machine-states.tsx'
import { type Execution, stateProgress } from './machine-status.ts'
import { MachineSummary } from './machine-summary.tsx'
import { useCrumbs } from './use-crumbs.ts'
import { useProgram } from './use-program.tsx'

// The layout library is only loaded for the picture.
const MachinePicture = lazy(async () => ({ default: (await import('./machine-picture.tsx')).MachinePicture }))

/** The state machine that drives the program, as it is now: drawn, as a list, and event by event. */
export const Component = () => {
  const { programId } = useProgram()
  const executions = useRead('listExecutions', { path: { programId } }, { everySeconds: 10 })
  const execution = executions.data?.items[0]
  return (
    <Page
      title="State machine"
      about="What drives the program: it opens each week, checks its gate, and waits for the decisions of people."
      crumbs={useCrumbs()}
    >
      {executions.error && !executions.data && (
        <Trouble error={executions.error} what="The state machine" again={() => void executions.refetch()} />
      )}
      {executions.isPending && <Loading what="the state machine" />}
      {executions.data && !execution && <NotStarted />}
      {execution && <Machine execution={execution} />}
    </Page>
  )
}

const Machine = ({ execution }: { execution: Execution }) => {
  const { programId } = useProgram()
  const history = useRows(
    'getExecutionHistory',
    { path: { programId }, query: { limit: 1000 } },
    { everySeconds: execution.status === 'RUNNING' ? 10 : undefined },
  )
  const events = history.rows
  const progress = useMemo(() => stateProgress(execution, events ?? []), [execution, events])
  if (history.error && !events) return <Trouble error={history.error} what="The history" again={history.again} />
  if (!history.complete) return <Loading what="the history" />
  return (
    <SpaceBetween size="l">
      <MachineSummary execution={execution} progress={progress} />
      <AddressTabs
        label="Ways to look at the state machine"
        tabs={[
          {
            id: 'picture',
            label: 'Picture',
            content: (
              <Suspense fallback={<Loading what="the picture" />}>
                <MachinePicture execution={execution} progress={progress} />
              </Suspense>
            ),
          },
          {
            id: 'states',
            label: 'List of states',
            content: <MachineStates execution={execution} progress={progress} />,
          },
          { id: 'history', label: 'History', content: <MachineHistory history={history} /> },
        ]}
      />
    </SpaceBetween>
  )
}

const NotStarted = () => {
  const { programId, program } = useProgram()
  return (
    <Container>
      <Box variant="p">
        {program.status === 'draft'
          ? 'The state machine starts with the program. Until then there is nothing to see here.'
          : 'The state machine has not begun yet. This page looks again every 10 seconds.'}
      </Box>
      <ButtonTo href={`/programs/${programId}`}>Go to the overview</ButtonTo>
    </Container>
  )
}
