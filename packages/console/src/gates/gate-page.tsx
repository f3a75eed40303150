import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from 'react-router'
import { useRead } from '../api/queries.ts'
import { AddressTabs } from '../frame/address-tabs.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { GateStatus } from '../program/gate-status.tsx'
import { Outcome } from '../program/outcome.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { DecideGate } from './decide/decide-gate.tsx'
import { newestOf } from './gate/gate.ts'
import { GateFacts } from './gate/gate-facts.tsx'
import { GateMails } from './gate/gate-mails.tsx'
import { GateTasks } from './gate/gate-tasks.tsx'
import { Rounds } from './gate/rounds.tsx'
import { WeekWork } from './gate/week-work.tsx'
import { WhereItStands } from './gate/where-it-stands.tsx'

/** A gate: where it stands, its decision if one is due, its facts with their sources, and everything that was decided. */
export const Component = () => {
  const { gate: id = '' } = useParams()
  const { programId, may } = useProgram()
  const gate = useRead('getGate', { path: { programId, gate: id } }, { everySeconds: 15 })
  const crumbs = useCrumbs(['Gates', '/gates'])
  if (!gate.data) {
    return (
      <Page title={`Gate ${id}`} crumbs={crumbs}>
        {gate.error ? (
          <Trouble error={gate.error} what="The gate" again={() => gate.refetch()} />
        ) : (
          <Loading what="the gate" />
        )}
      </Page>
    )
  }
  const { title, status } = gate.data
  const newest = newestOf(gate.data)
  return (
    <Page
      title={`${id} ${title}`}
      crumbs={crumbs}
      info={
        <SpaceBetween direction="horizontal" size="s">
          <GateStatus status={status} />
          {newest && <Outcome outcome={newest.outcome} />}
        </SpaceBetween>
      }
    >
      <WhereItStands gate={gate.data} />
      <DecideGate gate={gate.data} key={gate.data.round} />
      <GateFacts gate={gate.data} />
      <Rounds gate={gate.data} />
      <WeekWork gate={gate.data} />
      <AddressTabs
        label="Tasks and mails"
        tabs={[
          { id: 'tasks', label: 'Tasks', content: <GateTasks gate={id} /> },
          ...(may('read mail log') ? [{ id: 'mails', label: 'Mails', content: <GateMails gate={id} /> }] : []),
        ]}
      />
    </Page>
  )
}
