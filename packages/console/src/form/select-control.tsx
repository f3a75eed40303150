import Select from '@cloudscape-design/components/select'
import type { Option } from './schema.ts'

type SelectProps = { value: string; onSet: (value: string) => void; options: Option[]; required: boolean }

/** From so many options on one can search among them. */
export const searchFrom = 10

/** One of many. */
const SelectControl = ({ value, onSet, options, required }: SelectProps) => (
  <Select
    selectedOption={options.find((option) => option.value === value) ?? null}
    options={options}
    onChange={({ detail }) => onSet(detail.selectedOption.value ?? '')}
    placeholder="Choose one"
    selectedAriaLabel="Chosen"
    filteringType={options.length >= searchFrom ? 'auto' : 'none'}
    filteringPlaceholder="Search"
    filteringAriaLabel="Search"
    filteringClearAriaLabel="Clear the search"
    empty="Nothing to choose from"
    noMatch="Nothing found"
    ariaRequired={required}
  />
)
export default SelectControl
