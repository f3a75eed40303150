import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Field } from './field.ts'
import { Fieldset } from './fieldset.tsx'
import { Label } from './label.tsx'
import { LeafView } from './leaf-view.tsx'
import { ListView } from './list-view.tsx'
import { below } from './problems.ts'
import type { Form } from './use-form.ts'

type FieldProps = {
  form: Form
  field: Field
  path: string
  /** One of several: in a frame of its own. */
  isEntry?: boolean
  /** What can be done with it as a whole. */
  action?: ReactNode
}

/** A field; a group or a list with all that is in it. */
export const FieldView = ({ form, field, path, isEntry, action }: FieldProps) => {
  if (field.kind === 'fixed') return null
  if (field.kind === 'list') {
    const entry = (item: Field, at: string, away: ReactNode) => (
      <FieldView form={form} field={item} path={at} isEntry action={away} />
    )
    return <ListView form={form} field={field} path={path} entry={entry} />
  }
  if (field.kind !== 'group' && field.kind !== 'rows') {
    const leaf = <LeafView form={form} field={field} path={path} />
    return action ? (
      <SpaceBetween size="xs">
        {leaf}
        {action}
      </SpaceBetween>
    ) : (
      leaf
    )
  }
  const isRows = field.kind === 'rows'
  const parts = isRows ? field.rows.map((row, index): [string, Field] => [String(index), row]) : field.parts
  const shown = parts
    .filter(([, part]) => part.kind !== 'fixed')
    .map(([name, part]) => <FieldView key={name} form={form} field={part} path={below(path, name)} isEntry={isRows} />)
  if (!isRows && field.plain && !isEntry) return <SpaceBetween size="l">{shown}</SpaceBetween>
  return (
    <Fieldset
      path={path}
      label={<Label text={field.label} optional={field.optional} />}
      description={field.description}
      problem={form.problemAt(path)}
      isEntry={isEntry}
      action={action}
    >
      {isRange(field) ? (
        <ColumnLayout columns={shown.length} minColumnWidth={120}>
          {shown}
        </ColumnLayout>
      ) : (
        shown
      )}
    </Fieldset>
  )
}

/** A few numbers that belong together, like a low, a likely and a high one: they stand beside each other. */
const isRange = (field: Field): boolean =>
  field.kind === 'group' && field.parts.length <= 4 && field.parts.every(([, part]) => part.kind === 'number')
