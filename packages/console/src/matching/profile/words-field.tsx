import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'

type WordsFieldProps = {
  label: string
  description?: string
  value: string[]
  onChange: (words: string[]) => void
  errorText: string | undefined
}

/** Several words or phrases in one line, with commas between them. */
export const WordsField = ({ label, description, value, onChange, errorText }: WordsFieldProps) => {
  // What is typed stays as it is: a comma at the end is the beginning of the next word.
  const [text, setText] = useState(value.join(', '))
  return (
    <FormField label={label} description={description} constraintText="With commas between them." errorText={errorText}>
      <Input
        value={text}
        onChange={({ detail }) => {
          setText(detail.value)
          onChange(
            detail.value
              .split(',')
              .map((word) => word.trim())
              .filter(Boolean),
          )
        }}
      />
    </FormField>
  )
}
