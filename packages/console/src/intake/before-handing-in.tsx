import Alert from '@cloudscape-design/components/alert'
import { count } from '../words/figure.ts'

type BeforeProps = {
  /** Goals may be used for matching. */
  usesGoals: boolean
  /** How many choices of consent are not saved. */
  unsaved: number
}

/** What about consent one should know before an intake is handed in; nothing when all is well. */
export const BeforeHandingIn = ({ usesGoals, unsaved }: BeforeProps) => {
  if (unsaved > 0)
    return (
      <Alert type="warning" header="Your consent is not saved yet">
        {count(unsaved, 'choice', 'choices')} above {unsaved === 1 ? 'does' : 'do'} not count until you press “Save your
        choices” there.
      </Alert>
    )
  if (usesGoals) return null
  return (
    <Alert type="warning" header="Your goals may not be used to find a coach or mentor">
      You can hand in without that, but nobody can be found for you until you tick “Goals” for “Finding a coach or
      mentor” in your consent above, and save your choices.
    </Alert>
  )
}
