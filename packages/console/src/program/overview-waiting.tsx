import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useRows } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { fromNow } from '../when/when.ts'
import { type Waiting, type Week, waitingNow } from './timeline-waiting.ts'
import { useProgram } from './use-program.tsx'

const signs: Record<Waiting['kind'], { type: StatusIndicatorProps.Type; word: string }> = {
  person: { type: 'warning', word: 'Waits for a decision' },
  time: { type: 'in-progress', word: 'Goes on by itself' },
  halted: { type: 'pending', word: 'Waits for the program owner' },
  done: { type: 'stopped', word: 'Over' },
}

/** What the program waits for now, and the button that goes on with it. */
export const OverviewWaiting = ({ weeks, now }: { weeks: Week[]; now: string }) => {
  const { programId, program, part, may } = useProgram()
  const base = `/programs/${programId}`
  const waiting = waitingNow(program, weeks, { roles: part.roles, may })
  const { type, word } = signs[waiting.kind]
  const { go, week } = waiting
  return (
    <Container
      fitHeight
      header={<Header variant="h2">Waiting now</Header>}
      footer={
        go && (
          <ButtonTo href={base + go.page} variant={go.primary ? 'primary' : 'normal'}>
            {go.text}
          </ButtonTo>
        )
      }
    >
      <SpaceBetween size="xs">
        <StatusIndicator type={type}>{word}</StatusIndicator>
        <Box fontSize="heading-m">{waiting.says}</Box>
        {waiting.more && <Box color="text-body-secondary">{waiting.more}</Box>}
        {week && waiting.kind !== 'halted' && (
          <Box color="text-body-secondary">
            {week.gate} passes when: {week.criterion}.
          </Box>
        )}
        {week?.status === 'open' && <Unanswered gate={week.gate} checks={fromNow(week.checksAt, now)} />}
        {program.status === 'draft' && may('steer program') && <Preparations base={base} gate={weeks[0]?.gate} />}
      </SpaceBetween>
    </Container>
  )
}

/** How many of those asked for a gate have not answered. */
const Unanswered = ({ gate, checks }: { gate: string; checks: string }) => {
  const { programId } = useProgram()
  const open = useRows(
    'listTasks',
    { path: { programId }, query: { gate, status: 'open', limit: 100 } },
    { everySeconds: 15 },
  )
  if (!open.complete || !open.rows) return null
  const people = new Set(open.rows.map(({ personId }) => personId)).size
  return (
    <Box color="text-body-secondary">
      {open.rows.length === 0
        ? 'Everyone who was asked has answered.'
        : `${open.rows.length === 1 ? '1 answer is' : `${open.rows.length} answers are`} still to come, from ${people === 1 ? '1 person' : `${people} people`}. The check is ${checks}.`}
    </Box>
  )
}

/** The ways to what a start needs. */
const Preparations = ({ base, gate }: { base: string; gate: string | undefined }) => (
  <SpaceBetween direction="horizontal" size="xs">
    <ButtonTo href={`${base}/people`}>People and roles</ButtonTo>
    {gate && <ButtonTo href={`${base}/gates/${gate}`}>Gate {gate}</ButtonTo>}
    <ButtonTo href={`${base}/settings`}>Dates and settings</ButtonTo>
  </SpaceBetween>
)
