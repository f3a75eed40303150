import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { fromNow, moment } from '../../when/when.ts'
import { useSelectionTasks } from '../board/waiting-for.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'
import type { Candidacy } from '../words.ts'

/** What the selection waits for now: the open tasks, with whom they are asked of. */
export const CandidacyTasks = ({ candidacy: { candidacyId, status } }: { candidacy: Candidacy }) => {
  const { programId, zone, part } = useProgram()
  const now = useNow()
  const tasks = useSelectionTasks(status === 'open').filter(({ selection }) => selection.candidacyId === candidacyId)
  const nameOf = useSelectionNames(tasks.map(({ personId }) => personId))
  if (status !== 'open' || tasks.length === 0) return null
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${tasks.length})`}>
          Open tasks
        </Header>
      }
    >
      <SpaceBetween size="m">
        {tasks.map(({ taskId, title, role, personId, dueAt, overdue }) => (
          <div key={taskId}>
            <LinkTo href={`/programs/${programId}/tasks/${taskId}`}>{title}</LinkTo>
            <Box variant="small" color="text-body-secondary" display="block">
              {personId === part.personId ? 'Asked of you' : `Asked of ${nameOf(personId)}`} ({role})
            </Box>
            <StatusIndicator type={overdue ? 'error' : 'in-progress'}>
              {overdue ? 'Overdue since' : 'Due'} {moment(dueAt, zone)}, {fromNow(dueAt, now)}
            </StatusIndicator>
          </div>
        ))}
      </SpaceBetween>
    </Container>
  )
}
