import Input, { type InputProps } from '@cloudscape-design/components/input'
import Textarea from '@cloudscape-design/components/textarea'
import type { FieldOf } from './field.ts'

type TextProps = {
  value: string
  onSet: (value: string) => void
  field: FieldOf<'text'> | FieldOf<'lines'>
  rows?: number
}

const kinds: Record<string, Pick<InputProps, 'type' | 'inputMode' | 'autoComplete'>> = {
  email: { type: 'email', inputMode: 'email' },
  uri: { type: 'url', inputMode: 'url' },
}

/** A line, or several where a text may be long. */
export const TextControl = ({ value, onSet, field, rows = 3 }: TextProps) => {
  const change = ({ detail }: { detail: { value: string } }) => onSet(detail.value)
  if (field.kind === 'lines' || field.long)
    return <Textarea value={value} onChange={change} rows={rows} ariaRequired={!field.optional} />
  return <Input value={value} onChange={change} ariaRequired={!field.optional} {...kinds[field.schema.format ?? '']} />
}
