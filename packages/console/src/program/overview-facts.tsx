import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { LinkTo } from '../frame/link-to.tsx'
import { calendarDay, fromNow, moment } from '../when/when.ts'
import { ProgramStatus } from './program-status.tsx'
import { currentWeek, type Week } from './timeline-waiting.ts'
import { useProgram } from './use-program.tsx'

/** Where the program stands, and its dates. */
export const OverviewFacts = ({ weeks, now }: { weeks: Week[]; now: string }) => {
  const { programId, program, zone, may } = useProgram()
  const week = currentWeek(program, weeks)
  const last = weeks.at(-1)
  const over = program.status === 'stopped' || program.status === 'completed'
  const next = over ? undefined : weeks.find(({ status }) => status === 'planned' || status === 'open')
  const slipped = program.slippedWeeks
  return (
    <Container
      fitHeight
      header={<Header variant="h2">Dates</Header>}
      footer={may('read executions') && <LinkTo href={`/programs/${programId}/machine`}>See the state machine</LinkTo>}
    >
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Status', value: <ProgramStatus status={program.status} /> },
          {
            label: 'This week',
            value: week ? `Week ${week.week} of ${last?.week}` : `Not started, ${last?.week} weeks`,
          },
          {
            label: program.status === 'draft' ? 'Starts' : 'Start date',
            value: `${calendarDay(program.startDate)} (${zone})`,
          },
          {
            label: 'Plan',
            value: slipped === 0 ? 'As planned' : `${slipped} ${slipped === 1 ? 'week' : 'weeks'} later than planned`,
          },
          {
            label: 'Next check',
            value: next ? `${next.gate}: ${moment(next.checksAt, zone)}, ${fromNow(next.checksAt, now)}` : 'None',
          },
          {
            label: 'Last gate',
            value: last && !over ? `${last.gate}: ${moment(last.checksAt, zone)}` : (program.result ?? '–'),
          },
        ]}
      />
    </Container>
  )
}
