import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { problemWith, type ThresholdRow } from './settings-threshold-rows.ts'

type FieldProps = {
  row: ThresholdRow
  value: string
  problem: string | undefined
  onChange: (value: string) => void
}

/** A threshold to type, with its unit behind it. */
export const ThresholdField = ({ row, value, problem, onChange }: FieldProps) => {
  const { gate, words, unit } = row
  const shown = problem ?? problemWith(row, value)
  return (
    <FormField errorText={shown} stretch>
      <div style={{ display: 'flex', gap: '8px', alignItems: 'center' }}>
        <Input
          inputMode="decimal"
          ariaLabel={`${gate}, ${words}${unit && `, in ${unit}`}`}
          value={value}
          invalid={shown !== undefined}
          onChange={({ detail }) => onChange(detail.value)}
        />
        <span style={{ whiteSpace: 'nowrap' }}>{unit}</span>
      </div>
    </FormField>
  )
}
