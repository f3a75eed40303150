import Input from '@cloudscape-design/components/input'
import type { FieldOf } from './field.ts'

type NumberProps = { value: string; onSet: (value: string) => void; field: FieldOf<'number'> }

export const NumberControl = ({ value, onSet, field: { schema, optional } }: NumberProps) => {
  const isWhole = schema.type === 'integer'
  const isSigned = schema.minimum === undefined || schema.minimum < 0
  return (
    <Input
      type="number"
      // Keyboards of phones offer no minus among digits.
      inputMode={isSigned ? 'text' : isWhole ? 'numeric' : 'decimal'}
      step={isWhole ? 1 : 'any'}
      value={value}
      ariaRequired={!optional}
      onChange={({ detail }) => onSet(detail.value)}
    />
  )
}
