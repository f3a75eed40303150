import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { inWords } from '../../form/words.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { Bullets } from '../bullets.tsx'
import { Facts } from '../facts.tsx'
import { StepStatus } from '../status.tsx'
import type { Candidacy } from '../words.ts'
import { AnswerView } from './answer-view.tsx'
import { PanelResult } from './panel-result.tsx'

type Round = Candidacy['steps'][number]['rounds'][number]
type RoundProps = {
  round: Round
  answers: Candidacy['answers']
  /** More than one: each says which it is. */
  numbered: boolean
  /** The step is at this round; holds of rounds before are over. */
  isLast: boolean
  nameOf: (id: string) => string
}

/** One round of a step: when, what came of it, what was answered. */
export const RoundView = ({ round, answers, numbered, isLast, nameOf }: RoundProps) => {
  const { zone } = useProgram()
  const { status, openedAt, dueAt, decidedAt, until, missing, reasons, reminders, panel, result } = round
  const held = status === 'on hold' && isLast
  const scores = answers.flatMap(({ answer, byName }) =>
    answer.kind === 'scores' ? [{ name: byName, note: answer.note, marks: answer.marks }] : [],
  )
  const told = result ? answers.filter(({ answer }) => answer.kind !== 'scores') : answers
  return (
    <SpaceBetween size="m">
      {numbered && (
        <Box variant="h4">
          Round {round.round}: <StepStatus status={status} />
        </Box>
      )}
      <Facts
        of={[
          ['Opened', moment(openedAt, zone)],
          ['Due', moment(dueAt, zone)],
          ['Decided', decidedAt && moment(decidedAt, zone)],
          ['On hold until', status === 'on hold' && !held && until && moment(until, zone)],
          ['Reminders sent', reminders > 0 && String(reminders)],
          ['Panel', panel?.members.map(nameOf).join(', ')],
        ]}
      />
      {held && (
        <Alert type="warning" header={until ? `On hold until ${moment(until, zone)}` : 'On hold'}>
          {missing && <Bullets of={missing} />}
          Then the step is asked again by itself.
        </Alert>
      )}
      {!held && missing && <Facts columns={1} of={[['Was missing', <Bullets key="was" of={missing} />]]} />}
      {reasons && (
        <Alert type="error" header="Turned down">
          <Bullets of={reasons} />
        </Alert>
      )}
      {result && <PanelResult result={result} scores={scores} version={panel?.rubricVersion} />}
      {told.map(({ requirement, by, byName, at, answer }) => (
        <div key={requirement + by}>
          <Box fontWeight="bold">
            {inWords(requirement)}
            <Box variant="small" color="text-body-secondary" display="inline">
              {' '}
              by {byName}, {moment(at, zone)}
            </Box>
          </Box>
          <AnswerView answer={answer} nameOf={nameOf} />
        </div>
      ))}
    </SpaceBetween>
  )
}
