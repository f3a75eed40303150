import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useRead } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import type { Gate } from './gate.ts'

const most = 6

/** What is to be done in the week before the gate, and who is responsible. */
export const WeekWork = ({ gate }: { gate: Gate }) => {
  const { programId, may } = useProgram()
  const people = useRead('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: may('read people') })
  const namesIn = (role: string) => {
    const names = people.data?.items
      .filter(({ roles, status }) => status === 'active' && roles.some((each) => each === role))
      .map(({ name }) => name)
    if (!names) return ''
    if (names.length === 0) return ': nobody'
    return names.length > most ? `: ${names.length} people` : `: ${names.join(', ')}`
  }
  return (
    <Container header={<Header variant="h2">The week’s work</Header>}>
      <ColumnLayout columns={2}>
        <div>
          <Box variant="h3">To do</Box>
          <ul>
            {gate.work.map((work) => (
              <li key={work}>{work}</li>
            ))}
          </ul>
        </div>
        <div>
          <Box variant="h3">Responsible</Box>
          <ul>
            {gate.responsible.map((role) => (
              <li key={role}>
                {role}
                {namesIn(role)}
              </li>
            ))}
          </ul>
        </div>
      </ColumnLayout>
    </Container>
  )
}
