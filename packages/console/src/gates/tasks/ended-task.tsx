import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { ButtonTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { InWords } from '../../words/in-words.tsx'
import { isOfGate, type Task } from './task-words.ts'

/** A task that is done or no longer needed: what was answered, by whom and when. */
export const EndedTask = ({ task, named }: { task: Task; named: (id: string) => string }) => {
  const { programId, zone } = useProgram()
  const { status, answer, note, doneAt, doneBy, gate } = task
  if (status === 'cancelled') {
    return (
      <Alert
        type="info"
        header="The answer is no longer needed"
        action={<ButtonTo href={`/programs/${programId}/tasks`}>Go to your tasks</ButtonTo>}
      >
        {isOfGate(task.kind)
          ? `Gate ${gate} went on without it, or whom it asked left the program.`
          : 'What it was for has ended, or went on without it.'}
      </Alert>
    )
  }
  const said = [
    ...(doneBy ? [{ label: 'Done by', value: asName(named(doneBy)) }] : []),
    ...(doneAt ? [{ label: 'Done', value: moment(doneAt, zone) }] : []),
    ...(note ? [{ label: 'Note', value: note }] : []),
  ]
  return (
    <Container header={<Header variant="h2">What was answered</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={200}
        items={[...said, { label: 'Answer', value: answer ? <InWords value={answer} /> : whereItIs(task) }]}
      />
    </Container>
  )
}

const asName = (name: string) => (name === 'you' ? 'You' : name)

/** Where an answer stands that the task itself does not keep. */
const whereItIs = ({ kind }: Task): string => {
  if (kind === 'collect') return 'Single answers are not shown here.'
  if (kind === 'select') return 'Kept with the candidacy.'
  if (kind === 'engage') return 'Kept with the engagement.'
  return kind === 'do' ? 'It is done.' : 'Kept with the gate.'
}
