import './timeline.css'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { Week } from './timeline-waiting.ts'
import { WeekTile } from './timeline-week.tsx'
import { useProgram } from './use-program.tsx'

/** The program as a picture: its weeks in order, each with its gate. */
export const Timeline = ({ weeks }: { weeks: Week[] }) => {
  const { programId, program, zone } = useProgram()
  const checked = weeks.filter(({ status }) => status === 'closed')
  const passed = checked.filter(({ outcome }) => outcome === 'pass').length
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            checked.length > 0
              ? `${passed} of ${checked.length} closed gates passed at their check. Days are in ${zone}.`
              : `No gate is closed yet. Days are in ${zone}.`
          }
        >
          The weeks and their gates
        </Header>
      }
    >
      <div className="timeline">
        <ol className="timeline-weeks">
          {weeks.map((week) => (
            <WeekTile
              key={week.gate}
              week={week}
              current={week.gate === program.currentGate && !over(program.status)}
              base={`/programs/${programId}`}
              zone={zone}
            />
          ))}
        </ol>
      </div>
    </Container>
  )
}

const over = (status: string): boolean => status === 'stopped' || status === 'completed'
