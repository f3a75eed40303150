import Button from '@cloudscape-design/components/button'
import { Fragment, type ReactNode } from 'react'
import { enteredAt, enteredOf, entriesOf, leastOf } from './entered.ts'
import type { Field, FieldOf } from './field.ts'
import { Fieldset } from './fieldset.tsx'
import { focusField } from './focus-field.ts'
import { Label } from './label.tsx'
import { below } from './problems.ts'
import type { Form } from './use-form.ts'

type ListProps = {
  form: Form
  field: FieldOf<'list'>
  path: string
  /** Shows an entry, with the button that takes it away. */
  entry: (item: Field, path: string, away: ReactNode) => ReactNode
}

/** Entries that can be added and taken away, as many as the schema allows. */
export const ListView = ({ form, field, path, entry }: ListProps) => {
  const { item, noun, label, description, optional, schema } = field
  const entries = entriesOf(enteredAt(form.entered, path))
  const count = entries.length
  const isFull = count >= (schema.maxItems ?? Number.POSITIVE_INFINITY)
  const add = () => {
    form.set(path, [...entries, enteredOf(item, undefined, form.zone)])
    focusField(below(path, count))
  }
  const remove = (index: number) => {
    form.set(
      path,
      entries.filter((_, each) => each !== index),
    )
    if (count > 1) focusField(below(path, Math.max(0, index - 1)))
    else focusField(path)
  }
  return (
    <Fieldset
      path={path}
      label={<Label text={label} optional={optional} />}
      description={description}
      problem={form.problemAt(path)}
      action={
        !isFull && (
          <Button formAction="none" iconName="add-plus" onClick={add}>
            {count === 0 ? `Add ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}` : `Add another ${noun}`}
          </Button>
        )
      }
    >
      {entries.map((_, index) => {
        const name = `${item.label} ${index + 1}`
        const at = below(path, index)
        const away = count > leastOf(field) && (
          <Button
            formAction="none"
            iconName="remove"
            ariaLabel={`Remove ${name.toLowerCase()}`}
            onClick={() => remove(index)}
          >
            Remove
          </Button>
        )
        return <Fragment key={at}>{entry({ ...item, label: name }, at, away)}</Fragment>
      })}
    </Fieldset>
  )
}
