import { type Entered, enteredAt, entriesOf, partOf, textOf } from '../../form/entered.ts'
import { Fieldset } from '../../form/fieldset.tsx'
import { below } from '../../form/problems.ts'
import type { Form } from '../../form/use-form.ts'
import { HoursField } from '../hours-field.tsx'
import { fieldWords } from '../words.ts'

const hoursOf = (entry: Entered) => ({
  day: Number(textOf(partOf(entry, 'day')) || 1),
  from: textOf(partOf(entry, 'from')),
  to: textOf(partOf(entry, 'to')),
})

/** The weekly hours of a form: a row for each, day and times beside each other. */
export const FormHours = ({ form, path }: { form: Form; path: string }) => (
  <Fieldset
    path={path}
    label={fieldWords[path]}
    description="In your time zone above. Your coach or mentor needs at least one hour a week in common with you."
    problem={form.problemAt(path)}
  >
    <HoursField
      value={entriesOf(enteredAt(form.entered, path)).map(hoursOf)}
      onChange={(hours) =>
        form.set(
          path,
          hours.map((each) => ({ ...each, day: String(each.day) })),
        )
      }
      problemOf={(part) => form.problemAt(below(path, part))}
    />
  </Fieldset>
)
