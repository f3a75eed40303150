import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import { lazy, type ReactNode, Suspense } from 'react'
import { afterPress } from './after-press.ts'
import { enteredAt, entriesOf, textOf } from './entered.ts'
import type { Field, LeafField } from './field.ts'
import { idOf } from './focus-field.ts'
import { Label } from './label.tsx'
import { NumberControl } from './number-control.tsx'
import { boundsInWords } from './problem-with-text.ts'
import { RadioControl, RatingControl, YesNoControl } from './radio-controls.tsx'
import { TextControl } from './text-control.tsx'
import type { Form } from './use-form.ts'

// Larger controls come when a form has them: most pages that a mail opens do without.
const DateControl = lazy(() => import('./date-control.tsx'))
const InstantControl = lazy(() => import('./instant-control.tsx'))
const SelectControl = lazy(() => import('./select-control.tsx'))
const SeveralControl = lazy(() => import('./several-control.tsx'))

/** From so many options on, a list to open takes the place of one that is open. */
const mostRadios = 5

/** A field with its label, its control, what is told of it and what is wrong with it. */
export const LeafView = ({ form, field, path }: { form: Form; field: LeafField; path: string }) => {
  const entered = enteredAt(form.entered, path)
  const set = (value: string | boolean | string[] | undefined) => form.set(path, value)
  const text = textOf(entered)
  const control = (): ReactNode => {
    const required = !field.optional
    switch (field.kind) {
      case 'yes-no':
        return (
          <YesNoControl value={typeof entered === 'boolean' ? entered : undefined} onSet={set} required={required} />
        )
      case 'rating':
        return <RatingControl value={text} onSet={set} required={required} />
      case 'choice':
        return field.options.length > mostRadios ? (
          <SelectControl value={text} onSet={set} options={field.options} required={required} />
        ) : (
          <RadioControl value={text} onSet={set} options={field.options} required={required} />
        )
      case 'choices':
        return <SeveralControl value={entriesOf(entered) as string[]} onSet={set} field={field} />
      case 'number':
        return <NumberControl value={text} onSet={set} field={field} />
      case 'date':
        return <DateControl value={text} onSet={set} label={field.label} required={required} />
      case 'instant':
        return <InstantControl value={text} onSet={set} label={field.label} zone={form.zone} required={required} />
      case 'lines':
        return <TextControl value={text} onSet={set} field={field} rows={4} />
      default:
        return <TextControl value={text} onSet={set} field={field} />
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the control inside is left
    <div
      id={idOf(path)}
      onBlur={({ currentTarget, relatedTarget }) =>
        !currentTarget.contains(relatedTarget) && afterPress(() => form.visit(path))
      }
    >
      <FormField
        label={<Label text={field.label} optional={field.optional} />}
        description={field.description && <Lines of={field.description} />}
        constraintText={constraintOf(field, text)}
        errorText={form.problemAt(path)}
        i18nStrings={{ errorIconAriaLabel: 'Error' }}
        stretch={field.kind === 'text' && field.long}
      >
        <Suspense fallback={<Box color="text-status-inactive">Loading …</Box>}>{control()}</Suspense>
      </FormField>
    </div>
  )
}

/** What is told of a field before anything is wrong with it. */
const constraintOf = (field: Field, text: string): string | undefined => {
  const { maxLength, maxItems } = field.schema
  switch (field.kind) {
    case 'text':
      return field.long && maxLength ? `${text.trim().length} of ${maxLength} characters` : undefined
    case 'lines':
      return ['One on each line', ...(maxItems ? [`${maxItems} at most`] : [])].join(', ')
    case 'choices':
      return maxItems ? `${maxItems} at most` : undefined
    case 'rating':
      return `1 ${field.ends[0]}, 5 ${field.ends[1]}`
    case 'number': {
      // That there are not fewer than none goes without saying.
      const bounds = field.schema.minimum === 0 ? { ...field.schema, minimum: undefined } : field.schema
      const said = [boundsInWords(bounds), field.unit].filter(Boolean).join(' ')
      return said && said.charAt(0).toUpperCase() + said.slice(1)
    }
    default:
      return undefined
  }
}

const Lines = ({ of: text }: { of: string }) => text.split('\n').map((line) => <div key={line}>{line}</div>)
