import Multiselect from '@cloudscape-design/components/multiselect'
import type { FieldOf } from './field.ts'
import { searchFrom } from './select-control.tsx'

type SeveralProps = { value: string[]; onSet: (value: string[]) => void; field: FieldOf<'choices'> }

/** Some of many. */
const SeveralControl = ({ value, onSet, field: { options, optional } }: SeveralProps) => (
  <Multiselect
    selectedOptions={options.filter((option) => value.includes(option.value))}
    options={options}
    onChange={({ detail }) => onSet(detail.selectedOptions.map((option) => option.value ?? ''))}
    placeholder={value.length > 0 ? `${value.length} chosen` : 'Choose'}
    selectedAriaLabel="Chosen"
    deselectAriaLabel={({ label }) => `Remove ${label}`}
    filteringType={options.length >= searchFrom ? 'auto' : 'none'}
    filteringPlaceholder="Search"
    filteringAriaLabel="Search"
    filteringClearAriaLabel="Clear the search"
    empty="Nothing to choose from"
    noMatch="Nothing found"
    ariaRequired={!optional}
    i18nStrings={{ tokenLimitShowMore: 'Show all', tokenLimitShowFewer: 'Show fewer' }}
  />
)
export default SeveralControl
