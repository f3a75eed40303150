import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { focusField } from '../form/focus-field.ts'
import { count } from '../words/figure.ts'
import type { Intake } from './words.ts'

/** Says that an intake came back, and leads to the first thing to mend; what is wrong stands at each goal. */
export const SentBack = ({ intake: { problems } }: { intake: Intake }) => {
  const goals = [...new Set(problems.map(({ field }) => Number(field.split('.')[1]) + 1))].sort()
  const [first] = problems
  return (
    <Alert
      type="warning"
      header={`Your intake came back: ${count(problems.length, 'thing', 'things')} to mend`}
      action={first && <Button onClick={() => focusField(first.field)}>Go to the first</Button>}
    >
      A goal has to say what others can see, where, how one measures it, by when, and how it is today. What is missing
      stands at goal {goals.join(' and ')} below, with an example. Mend it and hand in again; everything else is kept.
      If you think a goal is clear as it stands, ask those who run the program to accept it.
    </Alert>
  )
}
