import FormField from '@cloudscape-design/components/form-field'
import Tiles from '@cloudscape-design/components/tiles'
import { idOf } from '../../form/focus-field.ts'
import { choiceInWords, doesInWords } from './choice-words.ts'
import { type FormName, placeOf } from './use-checked.ts'

type ChoiceFieldProps = {
  form: FormName
  label: string
  choices: readonly string[]
  value: string | undefined
  onSet: (choice: string) => void
  problem: string | undefined
  /** Why a choice cannot be taken now; none where it can. */
  closed?: (choice: string) => string | undefined
}

/** The choices at a gate, each with one sentence what it does. */
export const ChoiceField = ({ form, label, choices, value, onSet, problem, closed }: ChoiceFieldProps) => (
  <div id={idOf(placeOf(form, 'choice'))}>
    <FormField label={label} errorText={problem} stretch>
      <Tiles
        columns={choices.length > 3 ? 2 : choices.length}
        ariaRequired
        value={value ?? null}
        onChange={({ detail }) => onSet(detail.value)}
        items={choices.map((choice) => ({
          value: choice,
          label: choiceInWords(choice),
          description: closed?.(choice) ?? doesInWords(choice),
          disabled: closed?.(choice) !== undefined,
        }))}
      />
    </FormField>
  </div>
)
