import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import * as tokens from '@cloudscape-design/design-tokens'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { CandidacyStatus } from '../status.tsx'
import { endings, type Line, type Path } from '../words.ts'
import '../selection.css'
import { Card } from './card.tsx'
import { stepsWith } from './columns.ts'
import type { SelectionTask } from './waiting-for.ts'

/** The steps of a path with the candidates at them, and beside them those whose selection is over. */
export const Board = ({ path, lines, tasks }: { path: Path; lines: Line[]; tasks: SelectionTask[] }) => (
  <div className="selection-board-around">
    <div className="selection-board">
      <ol className="selection-steps" aria-label="Steps">
        {stepsWith(path, lines).map(({ step, title, places }, index) => (
          <li
            key={step}
            className="selection-step"
            style={{
              borderColor: tokens.colorBorderDividerDefault,
              background: places.length > 0 ? tokens.colorBackgroundLayoutMain : tokens.colorBackgroundContainerContent,
            }}
          >
            <Box variant="h3" fontSize="heading-s" padding={{ bottom: places.length > 0 ? 'xs' : 'n' }}>
              {index + 1}. {title} ({places.length})
            </Box>
            {places.length > 0 && (
              <ul className="selection-cards">
                {places.map(({ line, at }) => (
                  <Card
                    key={line.candidacyId}
                    line={line}
                    at={at}
                    tasks={tasks.filter(
                      ({ selection }) => selection.candidacyId === line.candidacyId && selection.step === step,
                    )}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <Ended lines={lines} />
    </div>
  </div>
)

const Ended = ({ lines }: { lines: Line[] }) => {
  const { programId, zone } = useProgram()
  const ended = lines
    .filter(({ status }) => status !== 'open')
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))
  return (
    <Container
      header={
        <Header variant="h3" counter={`(${ended.length})`}>
          Over
        </Header>
      }
    >
      <SpaceBetween size="m">
        {ended.length === 0 && <Box color="text-body-secondary">No selection of this path is over yet.</Box>}
        {endings.map((status) => {
          const those = ended.filter((line) => line.status === status)
          if (those.length === 0) return null
          return (
            <div key={status}>
              <Box fontWeight="bold">
                <CandidacyStatus status={status} /> ({those.length})
              </Box>
              <ul className="selection-cards">
                {those.map(({ candidacyId, name, closedAt }) => (
                  <li key={candidacyId} className="selection-line">
                    <LinkTo href={`/programs/${programId}/candidacies/${candidacyId}`}>{name}</LinkTo>
                    {closedAt && (
                      <Box variant="small" color="text-body-secondary">
                        {dayOf(closedAt, zone)}
                      </Box>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </SpaceBetween>
    </Container>
  )
}
