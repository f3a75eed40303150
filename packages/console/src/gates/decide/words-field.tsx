import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { idOf } from '../../form/focus-field.ts'
import { type FormName, placeOf } from './use-checked.ts'

type WordsFieldProps = {
  form: FormName
  /** The field as the API names it. */
  name: string
  label: string
  description?: string
  value: string
  onSet: (value: string) => void
  problem: string | undefined
  rows?: number
}

/** A text of a decision. Ctrl+Enter (⌘+Enter) in it sends the form, as Enter begins a new line. */
export const WordsField = ({ form, name, label, description, value, onSet, problem, rows = 3 }: WordsFieldProps) => (
  <div id={idOf(placeOf(form, name))}>
    <FormField label={label} description={description} errorText={problem} stretch>
      <Textarea
        value={value}
        onChange={({ detail }) => onSet(detail.value)}
        rows={rows}
        ariaRequired
        onKeyDown={({ detail }) => {
          if (detail.key !== 'Enter' || !(detail.ctrlKey || detail.metaKey)) return
          document
            .getElementById(idOf(placeOf(form, name)))
            ?.closest('form')
            ?.requestSubmit()
        }}
      />
    </FormField>
  </div>
)
